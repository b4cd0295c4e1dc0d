import type { Component } from 'vue'
import type { Kind } from '#schema'
import CellsBody from './kinds/CellsBody.vue'
import ChoiceBody from './kinds/ChoiceBody.vue'
import ChoicesBody from './kinds/ChoicesBody.vue'
import ClozeBody from './kinds/ClozeBody.vue'
import EdgesBody from './kinds/EdgesBody.vue'
import JudgeBody from './kinds/JudgeBody.vue'
import EssayBody from './kinds/EssayBody.vue'
import MatchBody from './kinds/MatchBody.vue'
import MatrixBody from './kinds/MatrixBody.vue'
import NumberBody from './kinds/NumberBody.vue'
import OrderBody from './kinds/OrderBody.vue'
import PlaceBody from './kinds/PlaceBody.vue'
import SignsBody from './kinds/SignsBody.vue'
import SortBody from './kinds/SortBody.vue'
import TextBody from './kinds/TextBody.vue'

/**
 * One row a kind: what draws it, and how it lies on a slide: `across` (stem above, feedback below)
 * or `beside` (stem and feedback left, the work right).
 */
export const bodies: { [K in Kind]: { body: Component, lies: 'across' | 'beside' } } = {
  choice: { body: ChoiceBody, lies: 'across' },
  choices: { body: ChoicesBody, lies: 'across' },
  judge: { body: JudgeBody, lies: 'across' },
  number: { body: NumberBody, lies: 'across' },
  text: { body: TextBody, lies: 'across' },
  cloze: { body: ClozeBody, lies: 'across' },
  match: { body: MatchBody, lies: 'beside' },
  order: { body: OrderBody, lies: 'beside' },
  sort: { body: SortBody, lies: 'beside' },
  matrix: { body: MatrixBody, lies: 'beside' },
  edges: { body: EdgesBody, lies: 'beside' },
  signs: { body: SignsBody, lies: 'beside' },
  cells: { body: CellsBody, lies: 'across' },
  place: { body: PlaceBody, lies: 'beside' },
  essay: { body: EssayBody, lies: 'beside' },
}
