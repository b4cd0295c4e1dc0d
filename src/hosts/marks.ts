import type { Actor } from '#schema'
import { actorMarks } from '#schema/actor'

/** `.power.russia::before` has the disc that corpus/actors.yaml gives to russia; `.power.is-hatched::before` the same, by mark. */
export const markRules = (actors: Record<string, Pick<Actor, 'mark'>>): string => [
  ...actorMarks.map(mark => [`is-${mark}`, mark] as const),
  ...Object.entries(actors).map(([slug, { mark }]) => [slug, mark] as const),
].map(([name, mark]) => `.power.${name}::before { content: ''; background: var(--mark-${mark}) }`).join('\n')

/** Once a page. */
export function showMarks(actors: Record<string, Pick<Actor, 'mark'>>): void {
  const sheet = document.createElement('style')
  sheet.dataset['marks'] = ''
  sheet.textContent = markRules(actors)
  document.querySelector('style[data-marks]')?.remove()
  document.head.append(sheet)
}
