import type { LectureData, SlideEntry } from '#course/course'
import type { Language } from '#schema'

/** Exercises as the lecture comes to them: each with the slide it stands on, or the one that teaches what it asks. */
export function inOrder({ items, slides, taught }: Pick<LectureData, 'items' | 'slides' | 'taught'>): { id: string, slide: SlideEntry | undefined, taughtOn: SlideEntry | undefined }[] {
  return Object.keys(items).map(id => ({
    id,
    slide: slides.find(({ exercises }) => exercises.includes(id)),
    taughtOn: slides.find(slide => slide.id === taught[id]),
  }))
}

/** The lecture's models: those that slides show in their order, then the others. */
export function modelsInOrder({ lecture, models, slides }: Pick<LectureData, 'lecture' | 'models' | 'slides'>, lang: Language): { id: string, model: LectureData['models'][string], slide: SlideEntry | undefined }[] {
  const own = Object.keys(models).filter(id => id.startsWith(`${lecture}/`)).map(id => ({
    id, model: models[id]!, slide: slides.find(({ figures }) => figures[lang].some(({ tag, attributes }) => tag === 'Explorer' && attributes['id'] === id)),
  }))
  const at = ({ slide }: { slide: SlideEntry | undefined }) => slide?.number ?? Infinity
  return own.sort((one, other) => at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0)
}
