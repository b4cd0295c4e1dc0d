import type { Course, Problem } from '#course'

/**
 * The course without what is still being written: no deck and no exercise that says `draft: true`. A finished deck that shows
 * such an exercise cannot be published without it: a letter says where.
 */
export function published(course: Course): { course: Course, problems: Problem[] } {
  const isDraft = (exercise: string) => course.exerciseFiles[exercise]?.draft === true
  const finished = <T>(exercises: Record<string, T>) => Object.fromEntries(Object.entries(exercises).filter(([id]) => !isDraft(id)))
  const decks = course.decks.filter(deck => !deck.draft)
  const problems = decks.flatMap(deck => deck.slides.flatMap(slide => slide.tags
    .filter(({ name, attributes }) => name === 'Exercise' && isDraft(attributes['id'] ?? ''))
    .map(({ attributes, line }) => ({ path: deck.path, line, message: `exercise "${attributes['id']}" says \`draft: true\` and is not published; finish it, take it off this slide, or build with --drafts` }))))
  return { course: { ...course, decks, exercises: finished(course.exercises), exerciseFiles: finished(course.exerciseFiles) }, problems }
}
