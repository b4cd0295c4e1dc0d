// const browser = await chromium.launch(await launchOptions())
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { execFile, spawn } from 'node:child_process'

const folder = fileURLToPath(new URL('../.browser/', import.meta.url))

/** The sandbox needs rights that containers lack; the rest keeps the browser from talking to anybody by itself. */
export const browserArgs = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update']

/** What `chromium.launch()` and Playwright's `launchOptions` want. */
export const launchOptions = async () => ({ executablePath: (await findBrowser()).path, args: browserArgs })

export interface Browser { path: string, from: string }

let found: Promise<Browser> | undefined
/** The browser that tests, handouts and contact sheets use; unpacks one where the machine has none. Throws a letter. */
export const findBrowser = (said?: (line: string) => void) => found ??= search(said)

/** The same, and nothing is fetched from the network for it. */
export const browserAtHand = () => found ?? search(undefined, false)

async function search(said: (line: string) => void = () => {}, mayFetch = true): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`)
    return { path: named, from: 'CHROMIUM_PATH' }
  }
  const installed = placesOnThisMachine().find(path => existsSync(path))
  if (installed) return { path: installed, from: 'installed on this machine' }
  const tried: string[] = []
  for (const [from, get] of [['the npm package @sparticuz/chromium', () => unpacked(said)], ['Playwright', () => playwrights(mayFetch)]] as const) {
    try {
      return { path: await get(), from }
    }
    catch (error) {
      tried.push(`${from}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`No browser was found. Install Chrome, Chromium or Edge, or name one: CHROMIUM_PATH=/path/to/chrome. What was tried: ${tried.join('; ')}.`)
}

/** Where Chrome, Chromium and Edge are put on each system, the likeliest first. */
export function placesOnThisMachine(platform: string = process.platform, env: NodeJS.ProcessEnv = process.env): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return ['/Applications', `${env.HOME}/Applications`].flatMap(root => apps.map(app => `${root}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(root => root !== undefined)
    return ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
      .flatMap(app => roots.map(root => `${root}\\${app}`))
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge']
  return (env.PATH ?? '').split(delimiter).filter(Boolean).flatMap(folder => names.map(name => join(folder, name)))
}

/**
 * Unpacks the packaged browser once into .browser/<version>/. Two starts at a time each unpack into a folder of their own,
 * and the first to finish gives its folder the name: what stands under that name is always whole.
 */
async function unpacked(said: (line: string) => void): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`it is for Linux on x64, this is ${process.platform} on ${process.arch}`)
  const { version } = JSON.parse(await readFile(fileURLToPath(new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url)), 'utf8')) as { version: string }
  const home = join(folder, version)
  const whole = () => ['chromium.sh', 'chromium'].map(name => join(home, name)).find(path => existsSync(path))
  const there = whole()
  if (there) return there
  const started = performance.now()
  said(`Unpacking a browser into ${home}`)
  const own = `${home}.${process.pid}`
  await mkdir(own, { recursive: true })
  try {
    await inflateInto(own)
    await chmod(join(own, 'chromium'), 0o755)
    await writeFile(join(own, 'fonts/fonts.conf'), ownFonts)
    const lacksSomething = !await answers(join(own, 'chromium')) || !existsSync('/etc/fonts/fonts.conf')
    if (lacksSomething) await writeFile(join(own, 'chromium.sh'), withOwnLibraries, { mode: 0o755 })
    if (!await answers(join(own, existsSync(join(own, 'chromium.sh')) ? 'chromium.sh' : 'chromium'))) throw new Error('it was unpacked and does not start')
    await rename(own, home).catch(error => { if (!whole()) throw error })
  }
  finally {
    await rm(own, { recursive: true, force: true })
  }
  said(`Unpacked in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return whole()!
}

/** On a system without NSS, expat or a font configuration, the package's own are used. */
const withOwnLibraries = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_FILE="$here/fonts/fonts.conf"
exec "$here/chromium" "$@"
`

/** The package's font beside those of the system, if it has any: without a single font a browser draws nothing, ours included. */
const ownFonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

const answers = (path: string) => new Promise<boolean>(resolve => {
  execFile(path, ['--version'], { timeout: 30_000 }, (error, output) => resolve(!error && /\d+\.\d+/.test(output)))
})

/** The package asks the system for its temporary folder, so it runs in a process of its own with that folder named. */
function inflateInto(target: string): Promise<void> {
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath()'
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      // With this name the package unpacks its libraries as well.
      env: { ...process.env, TMPDIR: target, NODE_OPTIONS: '', AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let letter = ''
    child.stderr.on('data', chunk => { letter += chunk })
    child.on('error', reject)
    child.on('close', code => code === 0 ? resolve() : reject(new Error(letter.trim().split('\n').at(-1) ?? `exit code ${code}`)))
  })
}

/** The one that `npx playwright install chromium` puts into the user's cache; installed here where the network allows it. */
async function playwrights(mayFetch: boolean): Promise<string> {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  if (existsSync(path)) return path
  if (!mayFetch) throw new Error('it has none yet, and fetches one for `npm test`, `npm run build` and `npm run handouts`')
  await new Promise<void>((resolve, reject) => {
    const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url))
    const child = spawn(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
    child.on('error', reject)
    child.on('close', code => code === 0 ? resolve() : reject(new Error(`its download ended with exit code ${code}`)))
  })
  if (!existsSync(path)) throw new Error(`its download ended without ${path}`)
  return path
}
