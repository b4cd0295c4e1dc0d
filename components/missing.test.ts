// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { missingTag } from '../src/hosts/slidev/missing-tag.ts'
import Argument from './Argument/Argument.vue'
import Chart from './Chart/Chart.vue'
import Cite from './Cite/Cite.vue'
import CorridorMap from './CorridorMap/CorridorMap.vue'
import Exercise from './Exercise/Exercise.vue'
import Explorer from './Explorer/Explorer.vue'
import Framework from './Framework/Framework.vue'
import { host, put, putAway } from './fixture.ts'
import Series from './Series/Series.vue'
import Stance from './Stance/Stance.vue'
import Tension from './Tension/Tension.vue'
import Term from './Term/Term.vue'
import Timeline from './Timeline/Timeline.vue'

afterEach(putAway)

/** Every tag that names a record: where its file cannot be read, the letter of `verify` stands in its place, as the terminal has it. */
describe('a record that cannot be read is told where it should stand', () => {
  it.each<[string, Component, Record<string, string>, string]>([
    ['Argument', Argument, { id: 'salt/lost' }, 'corpus/arguments/salt.yaml'],
    ['Chart', Chart, { series: 'salt/lost' }, 'corpus/series/salt.yaml'],
    ['Cite', Cite, { claim: 'salt/lost' }, 'corpus/claims/salt.yaml'],
    ['CorridorMap', CorridorMap, { routes: 'lost' }, 'corpus/routes/salt.yaml'],
    ['Exercise', Exercise, { id: 'salt/lost' }, 'exercises/salt/lost.yaml'],
    ['Explorer', Explorer, { id: 'salt/lost' }, 'corpus/models/salt.yaml'],
    ['Framework', Framework, { id: 'salt/lost' }, 'corpus/frameworks/salt.yaml'],
    ['Series', Series, { id: 'salt/lost' }, 'corpus/series/salt.yaml'],
    ['Stance', Stance, { id: 'salt/lost' }, 'corpus/stances/salt.yaml'],
    ['Tension', Tension, { id: 'salt/lost' }, 'corpus/tensions/salt.yaml'],
    ['Term', Term, { id: 'salt/lost' }, 'corpus/glossary/salt.yaml'],
    ['Timeline', Timeline, { events: 'lost' }, 'corpus/events/salt.yaml'],
  ])('<%s>', (_, tag, attributes, path) => {
    const problems = [{ path, line: 7, message: 'cannot be read as YAML: tabs are not allowed here' }]
    expect(put(tag, attributes, host({ problems })).element.parentElement!.textContent).toContain(`${path}:7 cannot be read as YAML: tabs are not allowed here`)
    putAway()
    // Where nothing is known of it, the tag says what it misses.
    expect(put(tag, attributes, host()).element.parentElement!.querySelector('.is-unknown')!.textContent).toContain('salt/lost')
  })

  it('an exercise that can be read and grades wrong says so above itself', () => {
    const problems = [{ path: 'exercises/salt/choice.yaml', line: 13, message: 'key: no "by-sale" here; did you mean "by-sales"?' }]
    const { element } = put(Exercise, { id: 'salt/choice' }, host({ problems }))
    expect(element.querySelector('[role="alert"]')!.textContent).toBe('exercises/salt/choice.yaml:13 key: no "by-sale" here; did you mean "by-sales"?')
    expect(put(Exercise, { id: 'salt/choice' }, host()).element.querySelector('.faults')).toBeNull()
  })

  it('a tag that is no component', () => {
    const problems = [
      { path: 'slides/salt.en.md', line: 12, message: 'no component <Excercise>; did you mean "Exercise"?' },
      { path: 'slides/salt.zh.md', line: 12, message: 'no component <Excercise>' },
    ]
    const tag = missingTag('Excercise', 'salt.en.md')
    expect(put(tag, { id: 'salt/choice' }, host({ problems })).element.textContent).toBe('slides/salt.en.md:12 no component <Excercise>; did you mean "Exercise"?')
    expect(put(tag, {}, host({ lang: 'zh' })).element.textContent).toBe('没有 <Excercise> 这个标签。')
  })
})
