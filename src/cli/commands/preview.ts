import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { courseRoot, madeOf } from '#course/roots'
import { CannotRun, cyan, dim, fine, fromHere, print, say } from '../console.ts'
import { decksServed } from '../decks.ts'
import { listenFrom, readPort } from '../server/listen.ts'
import { siteServer } from '../server/site.ts'
import { untilStopped } from '../server/stop.ts'

export const preview = defineCommand({
  meta: { name: 'npm run preview --', description: 'Serves what `npm run build` made.' },
  args: {
    dir: { type: 'string', description: 'what to serve (default: dist)', valueHint: 'DIR' },
    port: { type: 'string', description: 'the port to try first', default: '4173' },
    under: { type: 'string', description: 'serve it in a folder, as some servers do', valueHint: '/courses/corridors', default: '' },
  },
  async run({ args }) {
    const root = courseRoot()
    const folder = args.dir === undefined ? madeOf('dist', root) : fromHere(args.dir)
    if (!existsSync(join(folder, 'index.html'))) throw new CannotRun(`${folder} holds no built site. First: npm run build`)
    const under = args.under && `/${args.under.replace(/^\/|\/$/g, '')}`
    const server = siteServer(folder, under)
    const { port, passedOver } = await listenFrom(server, readPort(args.port))
    for (const taken of passedOver) say(`Port ${taken} is taken; trying the next.`)
    const site = `http://localhost:${port}${under}`
    print('', `  start page   ${cyan(`${site}/`)}`, ...decksServed(folder).map((name) => `  ${name.padEnd(13)}${cyan(`${site}/slides/${name}/`)}`), '', dim('  Ctrl-C ends it.'), '')
    await untilStopped()
    server.close()
    server.closeAllConnections()
    return fine
  },
})
