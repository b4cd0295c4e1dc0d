import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '#files'
import { fontIdentity } from '#fonts'
import { mermaidLook } from '#models'
import { houseRoot } from './roots.ts'

/** Drawings kept under `.cache/diagrams/`, each under a hash of all that decides how it looks: its text, mermaid, how it is to draw, tokens and fonts. */
export interface Drawn {
  /** The kept SVG; undefined when nobody has drawn it. */
  find: (text: string) => string | undefined
  keep: (text: string, svg: string) => void
}

export function drawnIn(root = houseRoot): Drawn {
  const folder = join(root, '.cache/diagrams')
  const common = createHash('sha256')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/mermaid/package.json'), 'utf8')) as { version: string }
  common.update(version).update(JSON.stringify(mermaidLook('', name => name)))
  common.update(readFileSync(join(root, 'styles/tokens.css'))).update(fontIdentity())
  const before = common.digest('hex')
  const pathOf = (text: string) => join(folder, `${createHash('sha256').update(before).update(text).digest('hex').slice(0, 32)}.svg`)
  return {
    find: text => existsSync(pathOf(text)) ? readFileSync(pathOf(text), 'utf8') : undefined,
    keep(text, svg) {
      mkdirSync(folder, { recursive: true })
      writeWhole(pathOf(text), svg)
    },
  }
}
