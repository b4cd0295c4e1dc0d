import { balanceOf, cornersOf, signsOf } from '#models'
import type { SignedGraphModel } from '#schema'
import { type Checking, wantOneOf } from './checked.ts'

/** Each field of the graph has a case, and comes out as the case says. */
export function checkSignedGraph(model: SignedGraphModel, checking: Checking): number {
  const { course, report } = checking
  const framework = course.frameworks[model.framework]
  if (!framework) return 0 // `ids` says so
  if (framework.layout !== 'triangle' || !framework.domains) {
    report(['framework'], `a signed graph is a triangle with domains; "${model.framework}" is ${framework.domains ? `a ${framework.layout}` : 'without domains'}`)
    return 1
  }
  const domains = Object.keys(framework.domains)
  for (const domain of domains) if (!(domain in model.cases)) report(['cases'], `nothing on the domain "${domain}" of "${model.framework}"`)
  for (const [domain, { comes }] of Object.entries(model.cases)) {
    if (!wantOneOf(checking, ['cases', domain], domain, domains, 'domain')) continue
    const { verdict } = balanceOf(cornersOf(framework), signsOf(framework, domain))
    if (verdict !== comes) report(['cases', domain, 'comes'], `the signs of this domain are ${verdict}; read ${comes}`)
  }
  return domains.length
}
