import type { Text } from '#schema'

/** What is to be said of a place in an answer file. */
export interface SubmissionProblem {
  line: number
  /** "corridor/three-vertices › answer › 2"; "" for the file as a whole. */
  field: string
  message: Text
  /** It was read all the same, beyond doubt: nothing is lost, nothing need be done. */
  isRemark?: true
}

/** Text for a terminal or a table: no control characters, at most sixty characters. */
export { printable as shown } from '#grading/unread'
