import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { createProxyServer } from 'http-proxy-3'
import type { ViteDevServer } from 'vite'
import type { Problem } from '#course'
import { courseVariable, houseRoot } from '#course/roots'
import { type DeckAddress, decksIn } from '../decks.ts'
import { type DeckCommand, type DeckServer, type Roots, startSlidev } from './slidev.ts'
import { deckGone, noSuchPage, startingPage } from './words.ts'

/** The whole course under one origin, so that a student's answers are one store. */
export interface CourseServer {
  http: Server
  /** Starts a deck before anybody asks for it. */
  warm: (name: string) => Promise<void>
  /** Settles when a deck has been opened, and nothing more was asked of it for a while. */
  opened: Promise<void>
  close: () => Promise<void>
}

interface Options {
  /** The course's folder. */
  root: string
  /** Where pages and packages are; a test has one of its own. */
  house?: string
  deckCommand?: DeckCommand
  /** The name of a deck to start at once, while the pages are being prepared; one that is not there is left. */
  first?: string
  /** What `verify` says of the course as it stands, for pages to say where the thing should stand. */
  problems?: () => Promise<Problem[]>
  /** How long nothing is asked for until the other language of a deck is made ready. */
  quietMilliseconds?: number
}

/** Servers of decks that are alive at a time; each takes half a gigabyte. */
const mostAlive = 3

interface Running {
  server?: DeckServer
  asked: Promise<DeckServer>
  /** When it was last asked for something, in order; 0 where it was only made ready. */
  used: number
  /** Windows that have it open. */
  open: number
}

/** Where a deck tells the "starting" page how far it is. */
const stateAddress = '/-/state/'
/** Where a page asks what cannot be read: see src/hosts/problems.ts. */
const problemsAddress = '/-/problems'

export async function courseServer({ root, house = houseRoot, deckCommand, first, problems = () => Promise.resolve([]), quietMilliseconds = 2500 }: Options): Promise<CourseServer> {
  const running = new Map<string, Running>()
  let uses = 0
  let quiet: NodeJS.Timeout | undefined
  /** Answers of decks that are under way. */
  let underWay = 0
  let isOpened = () => {}
  const opened = new Promise<void>((resolve) => { isOpened = resolve })
  const proxy = createProxyServer()
  // A tab that closes while something is being written to its socket: without a listener the proxy throws, and the server ends.
  proxy.on('error', () => {})
  const http = createServer((request, response) => { void answer(request, response) })
  // Its process runs before this one reads Vite, which would keep it waiting.
  const wanted = decksIn(root).find(({ name }) => name === first)
  if (wanted) await deckServer(wanted)
  const pages = await pageHost({ root, house }, http).catch(async (error: unknown) => {
    await endDecks()
    throw error
  })

  /** The deck's server; one that stopped is started anew. */
  function deckServer(deck: DeckAddress): Promise<DeckServer> {
    const known = running.get(deck.name)
    if (known && known.server?.state !== 'stopped') return known.asked
    const entry: Running = {
      asked: startSlidev({ root, house }, deck, `/slides/${deck.name}/`, deckCommand).then(server => entry.server = server),
      used: 0,
      open: 0,
    }
    running.set(deck.name, entry)
    for (const { asked } of leastUsed(deck).slice(0, -(mostAlive - 1))) void asked.then(server => server.stop())
    return entry.asked
  }

  /** The decks alive beside this one, those first that nobody has open, and of these the one that was used longest ago. */
  function leastUsed(deck: DeckAddress): Running[] {
    return [...running].filter(([name, { server }]) => name !== deck.name && server?.state !== 'stopped')
      .map(([, entry]) => entry).sort((one, other) => Number(one.open > 0) - Number(other.open > 0) || one.used - other.used)
  }

  /** Settles when the deck answers, or has ended. */
  async function warm(name: string) {
    const deck = decksIn(root).find(deck => deck.name === name)
    if (deck) await (await deckServer(deck)).settled
  }

  async function endDecks() {
    await Promise.all([...running.values()].map(async ({ asked }) => (await asked).stop()))
  }

  /** Once this answer is given, and no other is under way, the browser may have what it wanted. */
  function afterAnswer(deck: DeckAddress, response: ServerResponse) {
    clearTimeout(quiet)
    underWay++
    response.on('close', () => { if (--underWay === 0) soonTheOther(deck) })
  }

  /** The browser has what it wanted: now the deck's other language, unless one would have to stop that somebody has looked at. */
  function soonTheOther(deck: DeckAddress) {
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      isOpened()
      const other = decksIn(root).find(({ lecture, lang }) => lecture === deck.lecture && lang !== deck.lang)
      const alive = leastUsed(deck)
      if (other && !running.has(other.name) && (alive.length + 1 < mostAlive || alive[0]!.used === 0)) void deckServer(other)
    }, quietMilliseconds)
    quiet.unref()
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    try {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      if (path.startsWith(stateAddress)) return await tellState(path.slice(stateAddress.length), response)
      if (path === problemsAddress) return json(response, await problems())
      const name = deckOf(path) ?? deckOfSync(path, request.headers.referer)
      if (name === undefined) return pages.middlewares(request, response, () => html(response, 404, noSuchPage(path, decksIn(root))))
      const deck = decksIn(root).find(deck => deck.name === name)
      if (!deck) return html(response, 404, noSuchPage(path, decksIn(root)))
      if (path === `/slides/${name}`) return redirect(response, `/slides/${name}/`)
      const isVisit = request.headers.accept?.includes('text/html') ?? false
      const known = running.get(name)?.server
      // A tab left open asks again and again; only a visit starts a deck.
      if (!isVisit && known?.state === 'stopped') return html(response, 502, deckGone(name))
      const server = await deckServer(deck)
      running.get(name)!.used = ++uses
      // A second server beside one that is starting would take half of the machine from it.
      if (isVisit && server.state !== 'ready') return html(response, 200, startingPage(deck, `${stateAddress}${name}`))
      afterAnswer(deck, response)
      await server.settled
      const target = { host: 'localhost', port: server.port }
      const gone = () => html(response, 502, deckGone(name))
      // A busy machine may drop a connection; what was only asked for is asked for once more.
      proxy.web(request, response, { target }, () => request.method === 'GET' && !response.headersSent ? proxy.web(request, response, { target }, gone) : gone())
    }
    catch (error) {
      html(response, 500, String(error))
    }
  }

  async function tellState(name: string, response: ServerResponse) {
    const server = await running.get(name)?.asked
    json(response, { state: server?.state ?? 'stopped', said: server?.said ?? [] })
  }

  http.on('upgrade', (request, socket, head) => {
    const name = deckOf(request.url ?? '')
    if (name === undefined) return // the page host's own hot updates listen for themselves
    const hangUp = () => socket.destroy()
    socket.on('error', hangUp)
    const entry = running.get(name)
    const server = entry?.server
    if (server?.state !== 'ready') return hangUp()
    entry!.open++
    socket.on('close', () => { entry!.open-- })
    proxy.ws(request, socket, head, { target: { host: 'localhost', port: server.port } }, hangUp)
  })

  return {
    http,
    warm,
    opened,
    async close() {
      clearTimeout(quiet)
      http.close()
      http.closeAllConnections()
      await Promise.all([pages.close(), endDecks()])
    },
  }
}

/** "/slides/corridor.en/assets/x.js" => "corridor.en" */
export const deckOf = (path: string) => /^\/slides\/([^/?#]+)/.exec(path)?.[1]

/** Slidev says some things at the root, whatever its base: `/@server-reactive/nav`, `/__slidev/slides/1.json`. Whose they are, the referring page tells. */
const deckOfSync = (path: string, referer = '') => /^\/(@server-re(f|active)\/|__slidev\/|__open-in-editor$)/.test(path) && URL.canParse(referer) ? deckOf(new URL(referer).pathname) : undefined

/** The start page and the practice pages: pages/vite.config.ts, served by Vite inside this process. */
async function pageHost({ root, house }: Roots, http: Server): Promise<ViteDevServer> {
  // Vite reads its configuration in this process.
  process.env[courseVariable] = root
  const { createServer } = await import('vite')
  return createServer({
    configFile: join(house, 'pages/vite.config.ts'),
    cacheDir: join(house, 'node_modules/.vite/pages'),
    server: { middlewareMode: true, ws: { server: http } },
    clearScreen: false,
    logLevel: 'warn',
  })
}

function html(response: ServerResponse, status: number, text: string) {
  if (response.headersSent) return response.destroy()
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(text)
}

function json(response: ServerResponse, value: unknown) {
  response.setHeader('content-type', 'application/json').setHeader('cache-control', 'no-store').end(JSON.stringify(value))
}

function redirect(response: ServerResponse, to: string) {
  response.writeHead(302, { location: to }).end()
}
