import type { Layout } from '#schema'

/** dots: puzzle · hatch: source check · double: discussion · solid: all else that is done. */
export type Spine = 'dots' | 'hatch' | 'solid' | 'double'

const spines: Partial<Record<Layout, Spine>> = { 'question': 'dots', 'source-check': 'hatch', 'discussion': 'double' }
/** What is nothing but a task, even before its author has said how long it takes. */
const asksAlways: readonly Layout[] = ['question', 'exercise', 'discussion']

/**
 * White paper is read, grey paper with a spine at its left edge is done: whether a slide says `do:` decides, not its layout.
 * A source check that asks nothing lies on white paper and keeps a narrow, quiet hatch, by which it is known.
 *
 *     groundOf('figure', 'In pairs · 8 minutes') => { isTask: true, spine: 'solid' }
 */
export function groundOf(layout: Layout, does?: string): { isTask: boolean, spine?: Spine } {
  const isTask = Boolean(does?.trim()) || asksAlways.includes(layout)
  if (isTask) return { isTask, spine: spines[layout] ?? 'solid' }
  return layout === 'source-check' ? { isTask, spine: 'hatch' } : { isTask }
}
