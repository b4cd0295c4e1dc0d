/** A folder of texts, as the readers of a course see it: the disk's, or one with changes that only memory holds. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths are relative to `root`, with slashes: "corpus/course.yaml". */
export interface Folder {
  /** Where it is on the disk, or would be. */
  root: string
  /** The text of a file, its lines ended by "\n" whatever the file has; undefined where there is none. */
  text: (path: string) => string | undefined
  /** What stands in a folder, in order; a folder has a slash behind its name: ["corridor/", "notes.md"]. Empty where there is none. */
  list: (path: string) => string[]
}

export const diskFolder = (root: string): Folder => ({
  root,
  text: path => unlessMissing(() => withLineFeeds(readFileSync(join(root, path), 'utf8'))),
  list: path => unlessMissing(() => readdirSync(join(root, path), { withFileTypes: true })
    .flatMap(entry => entry.isDirectory() ? [`${entry.name}/`] : entry.isFile() || entry.isSymbolicLink() ? [entry.name] : []).sort()) ?? [],
})

/** Git for Windows ends the lines of a clone with "\r\n": to us that is the same text. */
export const withLineFeeds = (text: string): string => text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text

/** The same folder with other texts: `edited(folder, { 'slides/a.en.md': '# Hi', 'slides/b.en.md': null })`; null takes a file away. */
export function edited(folder: Folder, texts: Readonly<Record<string, string | null>>): Folder {
  return {
    root: folder.root,
    text: path => Object.hasOwn(texts, path) ? texts[path] ?? undefined : folder.text(path),
    list(path) {
      const before = path === '' ? '' : `${path}/`
      const names = new Set(folder.list(path).filter(name => texts[before + name] !== null))
      for (const [at, text] of Object.entries(texts)) {
        if (text === null || !at.startsWith(before)) continue
        const [first, ...rest] = at.slice(before.length).split('/')
        names.add(rest.length ? `${first}/` : first!)
      }
      return [...names].sort()
    },
  }
}

/** The same folder, each file and list read once. */
export function readOnce(folder: Folder): Folder {
  const texts = new Map<string, string | undefined>()
  const lists = new Map<string, string[]>()
  return {
    root: folder.root,
    text: path => texts.has(path) ? texts.get(path) : (texts.set(path, folder.text(path)), texts.get(path)),
    list: path => lists.get(path) ?? (lists.set(path, folder.list(path)), lists.get(path)!),
  }
}

/** What stands in one folder of it, as a folder of its own. */
export const within = (folder: Folder, inside: string): Folder => ({
  root: join(folder.root, inside),
  text: path => folder.text(`${inside}/${path}`),
  list: path => folder.list(path === '' ? inside : `${inside}/${path}`),
})

function unlessMissing<T>(read: () => T): T | undefined {
  try { return read() }
  catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
