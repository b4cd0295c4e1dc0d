import type { Problem } from '#course'
import { sourceOf } from '../article.ts'
import { defineRule } from '../rule.ts'

export const stances = defineRule({
  name: 'stances',
  description: 'A stance is asked before and after two sources, one a side and not the same; its bet is settled by claims that the reader has before her in that pair, and by no outside source.',
  check(course) {
    const problems: Problem[] = []
    for (const [id, { pair, bet }] of Object.entries(course.stances)) {
      const report = (field: (string | number)[], message: string) => { problems.push({ ...course.place('stances', id, field), message }) }
      const [first, second] = pair.map(({ claims }, side) => {
        const source = sourceOf(claims[0]!)
        claims.forEach((claim, index) => { if (sourceOf(claim) !== source) report(['pair', side, 'claims', index], `"${claim}" is not of ${source}; each side of a pair is one source`) })
        return source
      })
      if (first === second) report(['pair', 1], `both sides are ${first}; a pair is of two sources`)
      bet.claims.forEach((claim, index) => {
        if (!pair.some(({ claims }) => claims.includes(claim))) report(['bet', 'claims', index], `"${claim}" is not among the claims of the pair: whoever has read it could not tell`)
        else if (course.sources[sourceOf(claim)]?.outside) report(['bet', 'claims', index], `"${claim}" is a claim of an outside source; a key rests on the course’s own sources only`)
      })
    }
    return { checked: Object.keys(course.stances).length, problems }
  },
})
