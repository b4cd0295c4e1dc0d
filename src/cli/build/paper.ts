import { join } from 'node:path'
import { courseKey, houseRoot } from '#course/roots'
import { CannotRun, dim, say } from '../console.ts'
import { buildSite } from './site.ts'

/**
 * The site that handouts and contact sheets are made from, under `.cache/paper/`: decks with their notes and the page /handout,
 * drafts too; never to be published. What has not changed is not built again. Returns its folder.
 * Throws, naming file and line, when a deck cannot be built.
 */
export async function paperSite(root: string, decks?: readonly string[]): Promise<string> {
  const folder = join(houseRoot, '.cache/paper', courseKey(root))
  const { problems } = await buildSite({ root, out: folder, forPaper: true, drafts: true, decks, said: part => say(dim(`  ${part}`)) })
  if (problems.length) throw new CannotRun(problems.map(({ path, line, message }) => `${path}:${line}  ${message}`).join('\n'))
  return folder
}
