import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { load } from '@slidev/parser/fs'
import type { Problem } from '#course'
import { addonOf, courseVariable, houseRoot } from '#course/roots'
import { didYouMean, withoutColours } from '../console.ts'
import type { DeckAddress } from '../decks.ts'

/** What Slidev swallows, exit code 0: a missing `src:` file, an unknown layout, a deck without our tags; and a diagram in a fence. Read before building. */
export async function deckProblems(root: string, deck: DeckAddress, house = houseRoot): Promise<Problem[]> {
  const path = relative(root, deck.path)
  const { slides, entry, headmatter } = await load({ userRoot: join(root, 'slides'), roots: [root] }, deck.path)
  const layouts = readdirSync(join(house, 'layouts')).filter(file => file.endsWith('.vue')).map(file => file.slice(0, -4))
  const problems: Problem[] = (entry.errors ?? []).map(({ row, message }) => ({ path, line: row + 1, message: message.replace(root, '.') }))
  const addon = addonOf(root, house)
  if (!(Array.isArray(headmatter.addons) && headmatter.addons.includes(addon))) {
    problems.push({ path, line: 1, message: `addons: read ${JSON.stringify(headmatter.addons)}, expected ['${addon}']: without it every tag and layout of ours is dropped` })
  }
  for (const { frontmatter, source, content } of slides) {
    if (/^\s*(`{3,}|~{3,})\s*mermaid\b/m.test(content)) problems.push({ path: relative(root, source.filepath), line: source.start + 1, message: 'read a fence of mermaid, expected <Framework id="…" />: a built deck has nothing to draw a fence with; what it shows belongs into corpus/frameworks/' })
    const layout = frontmatter.layout === undefined ? undefined : String(frontmatter.layout)
    const message = layout === undefined ? `layout: none given, expected one of ${layouts.join(', ')}` : `layout: read "${layout}", expected one of ${layouts.join(', ')}. ${didYouMean(layout, layouts) ?? ''}`.trim()
    if (layout === undefined || !layouts.includes(layout)) problems.push({ path: relative(root, source.filepath), line: source.start + 1, message })
  }
  return problems
}

/** Builds all decks in one process into `out/<name>/`, links relative, presenter notes left out unless asked for. */
export async function buildDecks(root: string, decks: readonly DeckAddress[], out: string, options: { withoutKeys?: boolean, withNotes?: boolean } = {}): Promise<Problem[]> {
  const slidev = join(houseRoot, 'node_modules/@slidev/cli/bin/slidev.mjs')
  const target = decks.length === 1 ? join(out, decks[0]!.name) : out // Slidev adds the name only where there are several
  const args = [slidev, 'build', ...decks.map(deck => deck.path), '--base', './', '--router-mode', 'hash', '--out', target, ...(options.withNotes ? [] : ['--without-notes'])]
  const { code, said } = await run(args, houseRoot, { [courseVariable]: root, ...(options.withoutKeys ? { COURSE_WITHOUT_KEYS: '1' } : {}) })
  const path = decks.length === 1 ? relative(root, decks[0]!.path) : 'slides'
  const problems: Problem[] = [...said.matchAll(/Unknown layout "([^"]+)"/g)].map(([, layout]) => ({ path, line: 1, message: `Slidev knows no layout "${layout}"` }))
  if (code !== 0) problems.push({ path, line: 1, message: `slidev build ended with exit code ${code}:\n${said.trim().split('\n').slice(-25).join('\n')}` })
  else for (const deck of decks) {
    if (!existsSync(join(out, deck.name, 'index.html'))) problems.push({ path: relative(root, deck.path), line: 1, message: 'slidev build said nothing and wrote nothing' })
  }
  return problems
}

function run(args: string[], cwd: string, env: Record<string, string>): Promise<{ code: number | null, said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const listen = (chunk: Buffer) => { said += chunk }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', code => resolve({ code, said: withoutColours(said) }))
  })
}
