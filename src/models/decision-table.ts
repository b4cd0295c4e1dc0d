import type { DecisionTableModel } from '#schema'

/** The value of each factor: one cell of the table. */
export type Cell = Readonly<Record<string, string>>

/** The rule that fires in a cell, and what it comes to; nothing where the source names no outcome. */
export interface Decision { rule: string, outcome: string }

export function decide({ rules }: Pick<DecisionTableModel, 'rules'>, cell: Cell): Decision | undefined {
  const fired = Object.entries(rules).find(([, { when }]) => Object.entries(when).every(([factor, values]) => values.includes(cell[factor] ?? '')))
  return fired && { rule: fired[0], outcome: fired[1].outcome }
}

/** Every cell, row by row. */
export function cellsOf({ factors }: Pick<DecisionTableModel, 'factors'>): Cell[] {
  return Object.entries(factors).reduce<Cell[]>((cells, [factor, { values }]) =>
    cells.flatMap(cell => Object.keys(values).map(value => ({ ...cell, [factor]: value }))), [{}])
}

type CaseAt = DecisionTableModel['cases'][string]['at']

/** Where the source’s words put a case: two words on one factor are both followed. A factor on which it says nothing is left out. */
export function cellsTold(at: CaseAt): Cell[] {
  return Object.entries(at).reduce<Cell[]>((cells, [factor, told]) => {
    const values = [...new Set([told.is, ...told.but ? [told.but.is] : []])]
    return cells.flatMap(cell => values.map(value => value === 'not-stated' ? cell : { ...cell, [factor]: value }))
  }, [{}])
}

/** `outcome`: a slug, `unnamed` where no rule is, `left-open` where the source does not say in which cell the case stands. */
export interface TableReading { cell: Cell, rule?: string, outcome: string }

/** What the rules make of a case, one entry for each way to read it. */
export function tableReadings(model: Pick<DecisionTableModel, 'rules' | 'factors'>, at: CaseAt): TableReading[] {
  const factors = Object.keys(model.factors)
  return cellsTold(at).map((cell) => {
    if (factors.some(factor => !(factor in cell))) return { cell, outcome: 'left-open' }
    const decision = decide(model, cell)
    return decision ? { cell, ...decision } : { cell, outcome: 'unnamed' }
  })
}
