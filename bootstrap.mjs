// node bootstrap.mjs start --lecture corridor
// Installs what is missing, says so, then hands over to src/cli/main.ts. Plain Node: nothing is there yet to import.
// Written so that Node 12 can still parse it (ES2019, nothing awaited outside a function): it is to say "too old", not a syntax error.
import { spawnSync } from 'child_process'
import { readFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath, pathToFileURL } from 'url'

const cannotRun = message => { console.error(message); process.exit(2) }

const wanted = [20, 20, 0]
const have = process.versions.node.split('.').map(Number)
const firstDifference = wanted.findIndex((part, index) => part !== have[index])
if (firstDifference >= 0 && have[firstDifference] < wanted[firstDifference]) {
  cannotRun(`This course runs on Node ${wanted.join('.')} or newer; this is Node ${process.versions.node}. Newer ones: https://nodejs.org`)
}

const root = dirname(fileURLToPath(import.meta.url))
// A path goes through addresses: there "#" ends it, "?" begins a question, and "%" begins a letter in code.
const odd = /[#%?]/.exec(root)
if (odd) cannotRun(`The folder ${root} has a "${odd[0]}" in its name, or stands in one that has: no browser's address can hold it. Rename that folder, or move the course into another.`)

const missing = whatIsMissing()
if (missing) {
  const started = Date.now()
  console.error(`Installing packages (npm ci): ${missing}. About a minute the first time.`)
  install()
  const still = whatIsMissing()
  if (still) cannotRun(`npm ci ended without an error, and still ${still}. Delete node_modules and try again.`)
  console.error(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

process.chdir(root)
import(pathToFileURL(join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href)
  .then(({ register }) => { register() })
  .then(() => import('./src/cli/main.ts'))

/** A reason to install, or nothing: npm leaves in node_modules a copy of the lock that it has carried out to the end. */
function whatIsMissing() {
  const lock = read('package-lock.json')
  if (!lock || !lock.packages) cannotRun(`${join(root, 'package-lock.json')} cannot be read: is this the whole repository?`)
  const wantedPackages = lock.packages
  const installed = read('node_modules/.package-lock.json')
  if (!installed || !installed.packages) return 'nothing is installed yet'
  const different = Object.keys(wantedPackages).filter(path => {
    const there = installed.packages[path]
    return path && (there ? there.version !== wantedPackages[path].version : !wantedPackages[path].optional)
  })
  return different.length ? `${different.length} packages are not as package-lock.json has them, ${different[0].replace('node_modules/', '')} among them` : undefined
}

function read(path) {
  try { return JSON.parse(readFileSync(join(root, path), 'utf8')) } catch { return undefined }
}

function install() {
  // What a user's own npm settings might take away is asked for by name.
  const args = ['ci', '--include=dev', '--include=optional', '--no-engine-strict', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, ...before] = npm && npm.endsWith('npm-cli.js') ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const { status, signal, error } = spawnSync(command, [...before, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell: command === 'npm.cmd' })
  if (error) cannotRun(`npm could not be started (${error.message}). It comes with Node: https://nodejs.org`)
  if (signal) process.exit(130)
  if (status !== 0) cannotRun(`npm ci failed with exit code ${status}; what it said stands above.`)
}
