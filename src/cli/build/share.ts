import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Puts what was built for one page into the site: all but its HTML goes to the root of the site, once for all pages.
 * Names under `assets/` hold a hash of what the file holds, so that decks and pages share Vue, fonts and the browser's cache;
 * what `public/` held has one name in every deck, and stands where scripts in `assets/` look for it.
 */
export function share(built: string, site: string): void {
  for (const entry of readdirSync(built, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.endsWith('.html')) continue
    const from = join(entry.parentPath, entry.name)
    const to = join(site, from.slice(built.length))
    if (!existsSync(to)) {
      mkdirSync(dirname(to), { recursive: true })
      copyFileSync(from, to)
    }
    else if (digest(from) !== digest(to)) throw new Error(`${from} and ${to} have one name and differ: the name's hash does not cover what the file holds`)
  }
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
