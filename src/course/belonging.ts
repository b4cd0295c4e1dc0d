// Apart from lecture.ts, which brings the renderer along: pages ask for these in a browser.
import type { Course } from './course.ts'

/** Lectures with a deck that does not say `draft: true`, in the order of the syllabus. What is promised is promised of these. */
export function finishedLectures({ syllabus, decks }: Pick<Course, 'syllabus' | 'decks'>): string[] {
  return Object.keys(syllabus.lectures).filter(lecture => decks.some(deck => deck.lecture === lecture && !deck.draft))
}

/** Exercises of a lecture: those in its folder, and those its slides borrow from another. */
export function exerciseIds(course: Course, lecture: string): string[] {
  const own = Object.keys(course.exercises).filter(id => id.startsWith(`${lecture}/`))
  const borrowed = course.decks.filter(deck => deck.lecture === lecture)
    .flatMap(deck => deck.slides.flatMap(slide => slide.tags.filter(tag => tag.name === 'Exercise').map(tag => tag.attributes['id'] ?? '')))
  const all = new Set([...borrowed, ...own])
  return [...all].filter(id => id in course.exercises)
}
