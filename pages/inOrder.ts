import type { LectureData, SlideEntry } from '#course/course'

/** Exercises as the lecture meets them, then those no slide shows; each with its slide. */
export function inOrder({ items, slides }: Pick<LectureData, 'items' | 'slides'>): { id: string, slide: SlideEntry | undefined }[] {
  const onSlides = slides.flatMap(slide => slide.exercises.filter(id => id in items).map(id => ({ id, slide })))
  const first = onSlides.filter((entry, index) => onSlides.findIndex(other => other.id === entry.id) === index)
  const rest = Object.keys(items).filter(id => !first.some(entry => entry.id === id))
  return [...first, ...rest.map(id => ({ id, slide: undefined }))]
}
