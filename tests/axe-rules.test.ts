// Which rules of axe a lecture is held against is decided, rule by rule, whatever version of axe is installed.
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { notOfContent, ofContent } from './e2e/lectures/content-rules.ts'

const known = axe.getRules() as (ReturnType<typeof axe.getRules>[number] & { enabled: boolean })[]
/** What `axe.run` asks where nothing is said. */
const askedByDefault = known.filter(({ enabled, tags }) => enabled && !tags.includes('experimental') && !tags.includes('deprecated')).map(({ ruleId }) => ruleId)

it('axe has rules, and asks most of them by default', () => expect(askedByDefault.length).toBeGreaterThan(60))
it('each rule that axe asks by default is either asked of a lecture or left out with a reason', () =>
  expect(askedByDefault.filter(rule => !ofContent.includes(rule) && !(rule in notOfContent))).toEqual([]))
it('no rule is both', () => expect(ofContent.filter(rule => rule in notOfContent)).toEqual([]))
it('axe knows every rule that is named', () => {
  const ids = known.map(({ ruleId }) => ruleId)
  expect([...ofContent, ...Object.keys(notOfContent)].filter(rule => !ids.includes(rule))).toEqual([])
})
it('axe asks by default what is asked of a lecture', () => expect(ofContent.filter(rule => !askedByDefault.includes(rule))).toEqual([]))
