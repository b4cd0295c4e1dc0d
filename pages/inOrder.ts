import type { LectureData, SlideEntry } from '#course/course'

/** Exercises as the lecture comes to them: each with the slide it stands on, or the one that teaches what it asks. */
export function inOrder({ items, slides, taught }: Pick<LectureData, 'items' | 'slides' | 'taught'>): { id: string, slide: SlideEntry | undefined, taughtOn: SlideEntry | undefined }[] {
  return Object.keys(items).map(id => ({
    id,
    slide: slides.find(({ exercises }) => exercises.includes(id)),
    taughtOn: slides.find(slide => slide.id === taught[id]),
  }))
}
