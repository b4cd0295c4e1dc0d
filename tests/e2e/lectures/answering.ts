import { answering } from '../answering.ts'
import { course } from './site.ts'

export * from '../answering.ts'
export const { rightAnswer, wrongAnswers, wrongAnswer, partlyRight, isGraded, answer } = answering(course)
