// @vitest-environment happy-dom
// Every exercise of every finished lecture, in both languages, on the host that slides and pages have: answered wrongly and rightly, by
// role and name, as somebody at the page would. The hands of each kind are tried in tests/e2e/machinery, once.
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readCourse } from '#course/disk'
import { finishedLectures, exerciseIds, lectureData, lectureKeys } from '#course/lecture'
import { plainMarkdown } from '#course/inline'
import { courseRoot } from '#course/roots'
import { grade } from '#grading'
import { words } from '#hosts'
import { createDrafts, createStore } from '#progress'
import { type Exercise, type ExerciseOf, languages, type Language } from '#schema'
import Asked from '../components/Exercise/Exercise.vue'
import { answerTo, one, settled } from '../components/answering.ts'
import { MemoryShelf, put, putAway } from '../components/fixture.ts'
import { assembleHost } from '../src/hosts/assemble.ts'
import { answersIn } from './answers.ts'

const course = readCourse(courseRoot())
/** `npm test -- --lecture sco` asks for one. */
const only = process.env['COURSE_LECTURE']
const lectures = finishedLectures(course).filter(lecture => !only || lecture === only)
const { rightAnswer, wrongAnswer, isGraded } = answersIn(course)

beforeAll(() => import('#grading')) // fetched at the first check elsewhere; here before any test's patience begins
afterEach(putAway)

test('there is a finished lecture, and each has exercises', () => {
  expect(lectures).not.toEqual([])
  expect(lectures.filter(lecture => exerciseIds(course, lecture).length === 0)).toEqual([])
})

const read = (markdown: string) => plainMarkdown(markdown).replace(/\s+/g, ' ').trim()
const told = (within: Element) => within.querySelector('.says')!.textContent!.replace(/\s+/g, ' ').trim()

describe.each(lectures.flatMap(lecture => languages.map(lang => [lecture, lang] as const)))('%s.%s', (lecture, lang) => {
  const data = lectureData(course, lecture)
  const keys = lectureKeys(course, lecture)
  const say = words[lang].exercise

  const host = () => assembleHost({
    lang, medium: 'page', data,
    loadKeys: async () => keys,
    hasKeys: true,
    keepDrafts: () => createDrafts({ shelf: undefined, key: 'drafts' }),
    store: createStore({ shelf: new MemoryShelf(), now: () => new Date('2026-03-01T09:00:00Z') }),
    isPrinting: () => false,
    isDark: () => false,
    draw: async () => '<svg></svg>',
    ground: async () => ({ land: '', borders: '' }),
    toSlide: slide => `../slides/#/${slide}`,
    toPractice: exercise => `#${exercise ?? ''}`,
    digest: '../read/',
    pauseKeys: () => () => {},
  })

  const ids = exerciseIds(course, lecture)
  test.each(ids.filter(id => !isGraded(course.exercises[id]!)))('%s: written, opened beside the model answer, ticked', async (id) => {
    const { item, key } = course.exercises[id] as ExerciseOf<'essay'>
    const on = host()
    const { element } = put(Asked, { id }, on)
    await answerTo(element, data.items[id]!, { text: 'So.' }, lang, data.frameworks)
    expect(read(element.textContent!)).not.toContain(read(key.solution[lang]))
    one(element, 'button', say.essay.open).click()
    await settled()
    expect(read(element.textContent!)).toContain(read(key.solution[lang]))
    expect(told(element)).toContain(read(key.why[lang]))
    for (const { text } of item.criteria) {
      one(element, 'checkbox', read(text[lang])).click()
      await settled()
    }
    expect(on.store.answers().at(-1)!.response).toEqual({ text: 'So.', met: item.criteria.map(({ id }) => id) })
  })

  test.each(ids.filter(id => isGraded(course.exercises[id]!)))('%s: wrong and its feedback, another try, right', async (id) => {
    const exercise = course.exercises[id] as Exercise
    const { element } = put(Asked, { id }, host())
    expect(one(element, 'heading', '').textContent!.replace(/\s+/g, ' ')).toContain(read(exercise.item.prompt[lang]))
    await answered(element, exercise, wrongAnswer(exercise), lang)
    one(element, 'button', say.again).click()
    await settled()
    expect(told(element)).not.toContain(say.verdict.right)
    const { verdict } = await answered(element, exercise, rightAnswer(exercise, lang), lang)
    expect(verdict).toBe('right')
  })

  /** Answers, checks, and holds what is said and marked against the grade. */
  async function answered(element: Element, exercise: Exercise, response: unknown, lang: Language) {
    const grade = gradeOf(exercise, response)
    await answerTo(element, data.items[exercise.item.id]!, response, lang, data.frameworks)
    one(element, 'button', say.check).click()
    await settled()
    expect(element.getAttribute('data-verdict')).toBe(grade.verdict)
    expect(told(element)).toContain(say.verdict[grade.verdict])
    for (const { id, says } of exercise.key.feedback)
      expect(told(element).includes(read(says[lang])), `feedback ${id}`).toBe(grade.feedback.includes(id))
    expect(told(element).includes(read(exercise.key.why[lang])), 'why it is right, once it is').toBe(grade.verdict === 'right')
    const marked = (state: string) => [...element.querySelectorAll(`.room [data-state=${state}]`)]
    expect(marked('wrong').length + marked('missed').length > 0, 'something is marked as wrong or missed').toBe(grade.verdict !== 'right')
    if (grade.verdict !== 'right') return grade
    expect(marked('right')).not.toEqual([])
    // What is picked is what is marked right, and the other way round.
    const picked = [...element.querySelectorAll('.room [data-state] input:checked')].map(input => input.closest('[data-state]'))
    expect(picked.filter(mark => mark?.getAttribute('data-state') !== 'right')).toEqual([])
    expect(marked('right').filter(mark => mark.querySelector('input[type=radio], input[type=checkbox]') && !picked.includes(mark))).toEqual([])
    return grade
  }
})

/** The grade that the course itself gives; never of an empty answer. */
function gradeOf(exercise: Exercise, response: unknown) {
  const given = grade(exercise, response as never)
  if (given.verdict === 'empty') throw new Error(`${exercise.item.id}: an empty answer is no test`)
  return given as typeof given & { verdict: 'right' | 'partly' | 'wrong' }
}
