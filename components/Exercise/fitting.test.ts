import { expect, it } from 'vitest'
import { fitting } from './fitting.ts'

const remark = (characters: number, part?: string) => ({ part, ...saying(characters) })
const saying = (characters: number) => ({ says: { en: 'a'.repeat(characters), zh: '字'.repeat(characters) } })

it.each<[string, number[], 'en' | 'zh', number]>([
  ['none', [], 'en', 0],
  ['the first, however long', [400, 5], 'en', 1],
  ['two short ones', [90, 90], 'en', 2],
  ['not the one that would run over', [90, 90, 90], 'en', 2],
  ['nothing after a gap', [150, 90, 10], 'en', 1],
  ['Chinese takes more room', [60, 60], 'zh', 1],
])('%s', (_, lengths, lang, count) => expect(fitting(lengths.map(length => remark(length)), lang)).toHaveLength(count))

it('the name of its part takes room too', () => expect(fitting([remark(90, 'Meghri'), remark(98, 'Nakhchivan')], 'en')).toHaveLength(1))
