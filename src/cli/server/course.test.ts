import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CourseServer, courseServer, deckOf } from './course.ts'
import { listenFrom, readPort } from './listen.ts'
import { siteServer } from './site.ts'
import { prepared } from './slidev.ts'

/** A course of two decks whose "Slidev" is a few lines: it answers after 400 ms, takes WebSockets, and one of them never starts. */
let root: string
let course: CourseServer
let origin: string

const fakeDeck = `
import { createServer } from 'node:http'
const [port, base] = process.argv.slice(2)
if (base.includes('broken')) { console.error('a colon is missing in line 3'); process.exit(1) }
const server = createServer((request, response) => {
  if (request.url === base + 'stop') process.exit(0)
  const answer = () => response.setHeader('content-type', 'text/html').end('deck ' + request.url)
  if (request.url === base + 'slow') setTimeout(answer, 800)
  else answer()
})
server.on('upgrade', (request, socket) => { socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n\\r\\n'); socket.write('hello ' + request.url)
  const more = setInterval(() => socket.write('x'.repeat(100000)), 1)
  socket.on('error', () => {}).on('close', () => clearInterval(more)) })
setTimeout(() => server.listen(Number(port), 'localhost'), 400)
`

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'course-'))
  for (const folder of ['slides', 'pages']) mkdirSync(join(root, folder))
  for (const deck of ['corridor.en', 'corridor.zh', 'broken.en']) writeFileSync(join(root, `slides/${deck}.md`), '# A deck\n')
  writeFileSync(join(root, 'package.json'), '{"type": "module"}')
  writeFileSync(join(root, 'pages/vite.config.ts'), `
    const pages = server => () => { server.middlewares.use((request, response, next) => request.originalUrl === '/' ? response.end('start page') : next()) }
    export default { root: ${JSON.stringify(join(root, 'pages'))}, appType: 'custom', plugins: [{ name: 'pages', configureServer: pages }] }`)
  writeFileSync(join(root, 'pages/index.html'), '<!doctype html><title>start page</title>')
  writeFileSync(join(root, 'deck.mjs'), fakeDeck)
  course = await courseServer({ root, house: root, problems: async () => [{ path: 'slides/corridor.en.md', line: 3, message: 'no component <Excercise>' }], deckCommand: (_, port, base) => ({ args: [join(root, 'deck.mjs'), String(port), base], env: {} }) })
  const { port } = await listenFrom(course.http, 4160)
  origin = `http://localhost:${port}`
}, 30_000)
afterAll(async () => {
  await course.close()
  rmSync(root, { recursive: true, force: true })
})

const visit = (path: string) => fetch(`${origin}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' }).then(async response => ({ status: response.status, to: response.headers.get('location'), text: await response.text() }))
const stateOf = (deck: string) => fetch(`${origin}/-/state/${deck}`).then(response => response.json() as Promise<{ state: string, said: string[] }>)

describe('the deck that is wanted first', () => {
  const ports: number[] = []
  const beginWith = (house: string) => courseServer({ root, house, first: 'corridor.en', deckCommand: (_, port, base) => {
    ports.push(port)
    return { args: [join(root, 'deck.mjs'), String(port), base], env: {} }
  } })
  it('starts while the pages are prepared: it is under way before anybody can ask', async () => {
    const server = await beginWith(root)
    try {
      const { port } = await listenFrom(server.http, 4170)
      expect(await fetch(`http://localhost:${port}/-/state/corridor.en`).then(response => response.json())).toMatchObject({ state: expect.stringMatching(/starting|ready/) })
    }
    finally { await server.close() }
  })
  it('ends again where the pages cannot be prepared', async () => {
    mkdirSync(join(root, 'broken/pages'), { recursive: true })
    writeFileSync(join(root, 'broken/pages/vite.config.ts'), 'throw new Error("a colon is missing")')
    await expect(beginWith(join(root, 'broken'))).rejects.toThrow('a colon is missing')
    await new Promise(resolve => setTimeout(resolve, 800)) // twice as long as the deck needs until it answers
    await expect(fetch(`http://localhost:${ports.at(-1)}/`)).rejects.toThrow('fetch failed')
  })
})

describe('one origin', () => {
  it('the pages stand at the root', async () => expect((await visit('/')).text).toContain('start page'))
  it('says to a page what verify says of the course', async () => {
    const answer = await fetch(`${origin}/-/problems`)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toEqual([{ path: 'slides/corridor.en.md', line: 3, message: 'no component <Excercise>' }])
  })
  it('a deck that is asked for starts, and says so meanwhile', async () => {
    const first = await visit('/slides/corridor.zh/')
    expect(first.text).toContain('正在准备幻灯片')
    expect(first.text).toContain('/-/state/corridor.zh')
    expect((await stateOf('corridor.zh')).state).toBe('starting')
    await course.warm('corridor.zh')
    expect((await stateOf('corridor.zh')).state).toBe('ready')
    expect((await visit('/slides/corridor.zh/')).text).toBe('deck /slides/corridor.zh/')
  })
  it('a script waits for its deck instead', async () => {
    expect(await fetch(`${origin}/slides/corridor.en/main.ts`).then(response => response.text())).toBe('deck /slides/corridor.en/main.ts')
  })
  it('an address without its slash gets it', async () => expect(await visit('/slides/corridor.en')).toMatchObject({ status: 302, to: '/slides/corridor.en/' }))
  it.each([['/slides/minsk.en/', 404], ['/nothing/', 404]])('%s is not there, and what is there is listed', async (path, status) => {
    const page = await visit(path)
    expect(page.status).toBe(status)
    expect(page.text).toContain('/slides/corridor.en/')
  })
  it('a page that is not there cannot put a script into the answer', async () => expect((await visit('/slides/<script>x</script>/')).text).not.toContain('<script>x'))
  it('what Slidev says at the root goes to the deck that says it', async () => {
    const asked = (from: string) => fetch(`${origin}/__slidev/slides/1.json`, { headers: { referer: `${origin}${from}` } }).then(response => response.text())
    await course.warm('corridor.en')
    expect(await asked('/slides/corridor.en/')).toBe('deck /__slidev/slides/1.json')
    expect(await asked('/en/')).not.toContain('deck')
  })
  it('a WebSocket reaches its deck', async () => {
    await course.warm('corridor.en')
    const said = await new Promise<string>((resolve, reject) => {
      const request = get(`${origin}/slides/corridor.en/?token=1`, { headers: { connection: 'Upgrade', upgrade: 'websocket' } })
      request.on('upgrade', (_: IncomingMessage, socket, head) => { const end = (all: string) => { socket.destroy(); resolve(all.split('x')[0]!) }; if (head.length) end(head.toString()); else socket.once('data', data => end(String(data))) })
      request.on('error', reject)
    })
    expect(said).toBe('hello /slides/corridor.en/?token=1')
  })
  it('a tab that closes in the middle of it takes nobody with it', async () => {
    await course.warm('corridor.en')
    for (let tab = 0; tab < 5; tab++) {
      await new Promise<void>((resolve, reject) => {
        const request = get(`${origin}/slides/corridor.en/`, { headers: { connection: 'Upgrade', upgrade: 'websocket' } })
        request.on('upgrade', (_, socket) => { socket.on('error', () => {}); socket.once('data', () => { socket.resetAndDestroy(); setTimeout(resolve, 50) }) })
        request.on('error', reject)
      })
    }
    expect((await visit('/slides/corridor.en/')).text).toBe('deck /slides/corridor.en/')
  })
  it('a deck that cannot start says why', async () => {
    await visit('/slides/broken.en/')
    await course.warm('broken.en')
    expect(await stateOf('broken.en')).toEqual({ state: 'stopped', said: ['a colon is missing in line 3'] })
  })
  it('a deck that went away is started again by a visit, not by a script', async () => {
    await course.warm('corridor.en')
    await fetch(`${origin}/slides/corridor.en/stop`).catch(() => {})
    await expect.poll(async () => (await stateOf('corridor.en')).state).toBe('stopped')
    expect((await fetch(`${origin}/slides/corridor.en/main.ts`)).status).toBe(502)
    expect((await visit('/slides/corridor.en/')).text).toContain('are being made ready')
    await course.warm('corridor.en')
    expect((await visit('/slides/corridor.en/')).text).toBe('deck /slides/corridor.en/')
  })
})

it.each([['/slides/corridor.en/', 'corridor.en'], ['/slides/corridor.en', 'corridor.en'], ['/slides/corridor.en/?x#y', 'corridor.en'], ['/slides/', undefined], ['/practice/corridor.en/', undefined]])('%s belongs to %s', (path, name) => expect(deckOf(path)).toBe(name))

describe('ports', () => {
  it.each(['127.0.0.1', '::1'])('one that is taken on %s is passed over', async host => {
    const other = createServer()
    const taken = await new Promise<number | undefined>(resolve => {
      other.on('error', () => resolve(undefined))
      other.listen(4171, host, () => resolve(4171))
    })
    if (taken === undefined) return expect(host).toBe('::1') // a machine without IPv6
    const mine = createServer()
    const { port, passedOver } = await listenFrom(mine, taken)
    mine.close()
    other.close()
    expect(passedOver).toContain(taken)
    expect(port).toBeGreaterThan(taken)
  })
  it.each(['0', '65536', 'http', '30.5', ''])('%j is no port', given => expect(() => readPort(given)).toThrow('expected a number'))
})

it.each([['', '/index.html', 200, 4180], ['/courses/corridors', '/courses/corridors/', 200, 4182], ['/courses/corridors', '/index.html', 404, 4184], ['', '/nothing', 404, 4186]])('a site under "%s" answers %s with %i', async (under, path, status, from) => {
  const server = siteServer(join(root, 'pages'), under)
  const { port } = await listenFrom(server, from)
  const answer = await fetch(`http://localhost:${port}${path}`)
  server.close()
  expect(answer.status).toBe(status)
})

describe('decks alive at a time', () => {
  const names = ['aa.en', 'aa.zh', 'bb.en', 'cc.en', 'dd.en']
  let many: CourseServer
  let folder: string
  let at: string
  const visit = (deck: string) => fetch(`${at}/slides/${deck}/`, { headers: { accept: 'text/html' } }).then(response => response.text())
  const states = async () => Object.fromEntries(await Promise.all(names.map(async deck => [deck, (await fetch(`${at}/-/state/${deck}`).then(response => response.json() as Promise<{ state: string }>)).state] as const)))
  const open = async (deck: string) => {
    await visit(deck)
    await many.warm(deck)
  }
  const look = (deck: string) => new Promise<() => void>((resolve, reject) => {
    const request = get(`${at}/slides/${deck}/`, { headers: { connection: 'Upgrade', upgrade: 'websocket' } })
    request.on('upgrade', (_: IncomingMessage, socket) => { socket.on('error', () => {}).resume(); resolve(() => socket.destroy()) }).on('error', reject)
  })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'course-'))
    for (const room of ['slides', 'pages']) mkdirSync(join(folder, room))
    for (const deck of names) writeFileSync(join(folder, `slides/${deck}.md`), '# A deck\n')
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
    writeFileSync(join(folder, 'pages/vite.config.ts'), `export default { root: ${JSON.stringify(join(folder, 'pages'))}, appType: 'custom' }`)
    writeFileSync(join(folder, 'deck.mjs'), fakeDeck)
    many = await courseServer({ root: folder, house: folder, quietMilliseconds: 150, deckCommand: (_, port, base) => ({ args: [join(folder, 'deck.mjs'), String(port), base], env: {} }) })
    at = `http://localhost:${(await listenFrom(many.http, 4210)).port}`
  }, 30_000)
  afterAll(async () => {
    await many.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('the other language of the one that is shown is made ready, when that one has started and has given all that was asked for', async () => {
    let isOpened = false
    void many.opened.then(() => { isOpened = true })
    await visit('aa.en')
    let now = await states()
    for (; now['aa.en'] === 'starting'; now = await states()) expect(now['aa.zh'], 'while the one is starting').toBe('stopped')
    expect(now['aa.en']).toBe('ready')
    const slow = fetch(`${at}/slides/aa.en/slow`)
    await visit('aa.en')
    await new Promise(resolve => setTimeout(resolve, 400))
    expect((await states())['aa.zh'], 'while an answer is under way').toBe('stopped')
    expect(isOpened, 'nor does what can wait begin').toBe(false)
    await slow
    await expect.poll(() => isOpened).toBe(true)
    await expect.poll(async () => (await states())['aa.zh'], { timeout: 5000 }).toBe('ready')
  })
  it('are three: the one that nobody has looked at stops first, then the one used longest ago, and never one that is open', async () => {
    await open('bb.en')
    expect(Object.values(await states()).filter(state => state === 'ready')).toHaveLength(3)
    await open('cc.en')
    await expect.poll(states).toMatchObject({ 'aa.en': 'ready', 'aa.zh': 'stopped', 'bb.en': 'ready', 'cc.en': 'ready' })
    const leave = await look('aa.en')
    await open('dd.en')
    await expect.poll(states).toMatchObject({ 'aa.en': 'ready', 'bb.en': 'stopped', 'cc.en': 'ready', 'dd.en': 'ready' })
    leave()
    await open('bb.en')
    expect(await visit('bb.en'), 'a visit starts it again').toBe('deck /slides/bb.en/')
    expect(Object.values(await states()).filter(state => state === 'ready')).toHaveLength(3)
  }, 30_000)
})

it('what one deck has prepared of the packages is copied for the next, once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prepared-'))
  expect(prepared(folder, 'aa.en')).toBe(join(folder, 'aa.en'))
  expect(existsSync(join(folder, 'aa.en'))).toBe(false)
  mkdirSync(join(folder, 'aa.en/deps'), { recursive: true })
  writeFileSync(join(folder, 'aa.en/deps/_metadata.json'), '{"of": "aa"}')
  prepared(folder, 'aa.zh')
  writeFileSync(join(folder, 'aa.en/deps/_metadata.json'), '{"of": "later"}')
  prepared(folder, 'aa.zh')
  expect(readFileSync(join(folder, 'aa.zh/deps/_metadata.json'), 'utf8')).toBe('{"of": "aa"}')
  rmSync(folder, { recursive: true, force: true })
})
