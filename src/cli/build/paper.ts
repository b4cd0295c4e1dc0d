import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { dropUnused } from '#files'
import { courseKey, houseRoot } from '#course/roots'
import { CannotRun, dim, say } from '../console.ts'
import { listenFrom } from '../server/listen.ts'
import { siteServer } from '../server/site.ts'
import { buildSite } from './site.ts'

export interface PaperSite {
  folder: string
  /** Where it is served: "http://localhost:3130/" */
  origin: string
  close: () => void
}

/**
 * The site that handouts and contact sheets are made from: decks with their notes and the page /handout, drafts too; never to be
 * published. It stands under `.cache/paper/` while the command runs, in a folder of this process: two commands at a time print
 * different decks. What has not changed is not built again.
 * Throws, naming file and line, when a deck cannot be built.
 */
export async function openPaperSite(root: string, decks: readonly string[], port: number): Promise<PaperSite> {
  const home = join(houseRoot, '.cache/paper')
  const folder = join(home, `${courseKey(root)}-${process.pid}`)
  const { problems } = await buildSite({ root, out: folder, forPaper: true, drafts: true, decks, said: part => say(dim(`  ${part}`)) })
  if (problems.length) throw new CannotRun(problems.map(({ path, line, message }) => `${path}:${line}  ${message}`).join('\n'))
  // What a command that was stopped has left.
  dropUnused(home, 1, new Date())
  const server = siteServer(folder)
  const { port: own } = await listenFrom(server, port)
  return {
    folder,
    origin: `http://localhost:${own}/`,
    close() {
      server.close()
      server.closeAllConnections()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
