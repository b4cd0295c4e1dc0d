import { kinds, type Promised, sidesRestOn, slides, withLayout } from './promise.ts'

export const promises: Promised[] = [
  { what: 'claims of the article', count: ({ claims }) => claims('yang-2026').length, least: 60 },
  { what: 'exercises', count: ({ exercises }) => exercises.length, least: 14 },
  { what: 'kinds of exercises', count: ({ kinds }) => kinds.size, least: 9 },
  ...kinds('signs'),
  { what: 'exercises on this article and another', count: ({ sourcesOfExercises, texts }) => sourcesOfExercises.filter(sources => sources.has('yang-2026') && texts.some(text => text !== 'yang-2026' && sources.has(text))).length, least: 2 },
  ...slides(20, 26),
  { what: 'slides with layout source-check', count: parts => withLayout(parts, 'source-check'), least: 4 },
  { what: 'tensions', count: ({ tensions }) => tensions.length, least: 8 },
  { what: 'tensions with another article', count: parts => sidesRestOn(parts).filter(sources => sources.has('yang-2026') && ['zhang-zeming-2026', 'si-2026'].some(other => sources.has(other))).length, least: 2 },
  { what: 'terms no other lecture has', count: ({ terms, termsElsewhere }) => terms.filter(({ names }) => !termsElsewhere.some(other => other.names.zh === names.zh || other.names.en.toLowerCase() === names.en.toLowerCase())).length, least: 30 },
  { what: 'triangles solid, hatched, open', count: ({ frameworks }) => frameworks.filter(({ layout, nodes }) => layout === 'triangle' && Object.values(nodes).slice(0, 3).map(({ mark }) => mark).join() === 'solid,hatched,open').length, least: 1 },
  { what: 'chains', count: ({ frameworks }) => frameworks.filter(({ layout }) => layout === 'chain').length, least: 1 },
]
