import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { courseKey, courseVariable } from '#course/roots'
import { withoutColours } from '../console.ts'
import type { DeckAddress } from '../decks.ts'
import { freePort } from './listen.ts'

/** One deck's dev server: a process of its own, started when somebody first asks for the deck. */
export interface DeckServer {
  state: 'starting' | 'ready' | 'stopped'
  port: number
  /** The last lines it said; what an author needs when it stops. */
  said: string[]
  /** Settles when `state` is no longer "starting". */
  settled: Promise<void>
  stop: () => Promise<void>
}

/** What `startSlidev` runs; a test gives a command of its own. */
export type DeckCommand = (deck: DeckAddress, port: number, base: string) => { args: string[], env: Record<string, string> }

/** The course's folder, and the one with the packages. */
export interface Roots { root: string, house: string }

const slidev = ({ root, house }: Roots): DeckCommand => (deck, port, base) => ({
  args: [join(house, 'node_modules/@slidev/cli/bin/slidev.mjs'), deck.path, '--port', String(port), '--base', base, '--log', 'warn'],
  // Two servers that prepared their packages in one folder would take each other's away.
  env: { [courseVariable]: root, COURSE_VITE_CACHE: prepared(join(house, 'node_modules/.vite/slides', root === house ? '' : courseKey(root)), deck.name) },
})

/** Where a deck's server prepares its packages. What another's has prepared serves it too: a copy of it saves most of a first start. */
export function prepared(folder: string, deck: string): string {
  const own = join(folder, deck)
  const isPrepared = (name: string) => existsSync(join(folder, name, 'deps/_metadata.json'))
  const other = existsSync(folder) && !isPrepared(deck) ? readdirSync(folder).find(isPrepared) : undefined
  if (other !== undefined) cpSync(join(folder, other, 'deps'), join(own, 'deps'), { recursive: true })
  return own
}

/** Ends with its parent, however that ends: the pipe to its standard input closes. */
const endsWithParent = 'data:text/javascript,process.stdin.on("end",()=>process.exit()).resume()'

export async function startSlidev(roots: Roots, deck: DeckAddress, base: string, command = slidev(roots)): Promise<DeckServer> {
  const port = await freePort()
  const { args, env } = command(deck, port, base)
  const child = spawn(process.execPath, ['--import', endsWithParent, ...args], { cwd: roots.house, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const server: DeckServer = { state: 'starting', port, said: [], settled: Promise.resolve(), stop() {
    server.state = 'stopped' // from now on a visit starts another
    return stop(child)
  } }
  const listen = (chunk: Buffer) => {
    const lines = withoutColours(chunk.toString()).split('\n').map(line => line.trimEnd()).filter(Boolean)
    server.said = [...server.said, ...lines].slice(-40)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<void>(resolve => {
    const end = (why?: Error) => {
      if (why) server.said.push(why.message)
      server.state = 'stopped'
      resolve()
    }
    child.on('error', end)
    child.on('exit', () => end())
  })
  server.settled = Promise.race([ended, answers(`http://localhost:${port}${base}`, () => server.state === 'starting').then(() => {
    if (server.state === 'starting') server.state = 'ready'
  })])
  return server
}

async function answers(address: string, goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const status = await statusOf(address)
    if (status === 200) return
    await new Promise(resolve => setTimeout(resolve, 150))
  }
}

/** Asked with an agent of its own: the usual one may have been told to go through a proxy, which knows nothing of this machine. */
const statusOf = (address: string) => new Promise<number>((resolve) => {
  const request = get(address, { agent: new Agent(), timeout: 20_000, headers: { accept: 'text/html' } }, (response) => {
    response.on('end', () => resolve(response.statusCode ?? 0)).on('error', () => resolve(0)).resume()
  })
  request.on('timeout', () => request.destroy()).on('error', () => resolve(0))
})

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    const force = setTimeout(() => child.kill('SIGKILL'), 3000)
    child.on('exit', () => { clearTimeout(force); resolve() })
    child.kill('SIGTERM')
  })
}
