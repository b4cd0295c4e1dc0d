import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/**
 * Puts what was built for one page into the site: all but its HTML goes to the root of the site, once for all pages.
 * Names under `assets/` hold a hash of what the file holds, so that decks and pages share Vue, fonts and the browser's cache;
 * what `public/` held has one name in every deck, and stands where scripts in `assets/` look for it.
 * Of `mapped` names a script that stands there already under another is not stored again: returns the name it goes by.
 */
export function share(built: string, site: string, mapped: ReadonlySet<string> = new Set()): Map<string, string> {
  const kept = new Map<string, string>()
  for (const entry of readdirSync(built, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.endsWith('.html')) continue
    const from = join(entry.parentPath, entry.name)
    const to = join(site, from.slice(built.length))
    if (!existsSync(to)) {
      const same = mapped.has(entry.name) ? sameThere(from, dirname(to)) : undefined
      if (same !== undefined) {
        kept.set(entry.name, same)
        continue
      }
      mkdirSync(dirname(to), { recursive: true })
      copyFileSync(from, to)
    }
    else if (digest(from) !== digest(to)) throw new Error(`${from} and ${to} have one name and differ: the name's hash does not cover what the file holds`)
  }
  return kept
}

/** "index-Cx_OjdSe.js" of one deck => "index-_mGnQ1Tq.js" of another, where both hold the same: their names have hashes of what they load as well. */
function sameThere(from: string, folder: string): string | undefined {
  const stem = basename(from).replace(/-[\w-]{8}\.js$/, '-')
  const others = existsSync(folder) ? readdirSync(folder).filter(name => name.startsWith(stem) && extname(name) === '.js') : []
  return others.find(name => statSync(join(folder, name)).size === statSync(from).size && digest(join(folder, name)) === digest(from))
}

/** The names that the import map of a page gives its scripts. Only the page says them, so only these may be those of another page's file. */
export function mappedIn(html: string): Set<string> {
  const [, map] = /<script type="importmap">(.*?)<\/script>/s.exec(html) ?? []
  if (map === undefined) return new Set()
  return new Set(Object.values((JSON.parse(map) as { imports: Record<string, string> }).imports).filter(address => address.endsWith('.js')).map(address => basename(address)))
}

/**
 * The HTML of a page as it was built, to stand so many folders below the root: `src="./assets/x.js"` => `src="../../assets/x.js"`,
 * and so the map of its imports: `{"imports":{"./assets/x.js":"./assets/x-1.js"}}`
 */
export function placed(html: string, toRoot: string): string {
  return html.replace(/(\s(?:src|href)=")\.\//g, `$1${toRoot}`)
    .replace(/(<script type="importmap">)(.*?)(?=<\/script>)/s, (_, tag: string, map: string) => tag + map.replaceAll('"./', `"${toRoot}`))
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Writes a file, and the folder it stands in. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
