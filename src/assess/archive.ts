import { Unzip, UnzipInflate } from 'fflate'
import type { Text } from '#schema'
import { exportLimitBytes } from './decode.ts'
import { encodingOf, decodedAs } from './encodings.ts'

/** A file out of an archive, or why it did not come out. */
export interface Entry { path: string, bytes?: Uint8Array, problem?: Text }

/** A ZIP archive in an archive, as a learning platform makes of many hand-ins, may be so large. */
const innerLimitBytes = 50_000_000
/** All that is unpacked of one archive, read or thrown away. */
export const archiveLimitBytes = 500_000_000
const depthLimit = 2

/**
 * The files of a ZIP archive, one after the other, as its bytes come in; no more than one of them and one piece of the
 * archive is in memory. What unpacks to more than any answer file holds is refused while it unpacks, whatever its head says.
 *
 *     for (const { path, bytes, problem } of unzipped(pieces, isWanted)) …
 */
export function* unzipped(pieces: Iterable<Uint8Array>, isWanted: (path: string) => boolean, depth = 0): Generator<Entry> {
  const ready: Entry[] = []
  let total = 0
  const unzip = new Unzip((file) => {
    const path = pathOf(file.name)
    if (path.endsWith('/') || !isWanted(path)) return
    const limit = isArchive(path) ? innerLimitBytes : exportLimitBytes
    if ((file.originalSize ?? 0) > limit) { ready.push({ path, problem: tooLarge(limit) }); return }
    const parts: Uint8Array[] = []
    let size = 0
    let isDone = false
    const end = (entry: Entry) => {
      isDone = true
      parts.length = 0
      ready.push(entry)
    }
    file.ondata = (error, data, isLast) => {
      total += data?.length ?? 0
      if (isDone) return
      if (error) { end({ path, problem: damaged }); return }
      size += data.length
      if (size > limit) { end({ path, problem: tooLarge(limit) }); return }
      parts.push(data)
      if (isLast) end({ path, bytes: joined(parts, size) })
    }
    try { file.start() }
    catch { end({ path, problem: { en: 'is packed in a way that cannot be unpacked here; expected an ordinary ZIP archive', zh: '压缩方式无法解开；应为普通 ZIP 压缩包' } }) }
  })
  unzip.register(UnzipInflate)

  const source = pieces[Symbol.iterator]()
  for (;;) {
    const { value, done } = source.next()
    try { unzip.push(done ? new Uint8Array(0) : value, done ?? false) }
    catch { ready.push({ path: '', problem: { en: 'the archive breaks off, or is damaged; what lies behind this place was not unpacked', zh: '压缩包不完整或已损坏；此处以后的文件未能解开' } }) }
    const isBroken = ready.at(-1)?.path === ''
    for (const entry of ready.splice(0)) {
      if (!entry.bytes || !isArchive(entry.path)) yield entry
      else if (depth >= depthLimit) yield { path: entry.path, problem: { en: 'an archive in an archive in an archive was not unpacked', zh: '压缩包套了太多层，未解开' } }
      else for (const inner of unzipped([entry.bytes], isWanted, depth + 1)) yield { ...inner, path: [entry.path, inner.path].filter(Boolean).join('/') }
    }
    if (done || isBroken) return
    if (total > archiveLimitBytes) {
      yield { path: '', problem: { en: `unpacks to more than ${archiveLimitBytes / 1e6} MB; the rest was not unpacked`, zh: `解压后超过 ${archiveLimitBytes / 1e6} MB；其余未解开` } }
      return
    }
  }
}

export const isArchive = (path: string) => /\.zip$/i.test(path)

const tooLarge = (limit: number): Text => ({ en: `unpacks to more than ${limit / 1e6} MB; no answer file is so large, it was passed over`, zh: `解压后超过 ${limit / 1e6} MB；答案文件没有这么大，已略过` })
const damaged: Text = { en: 'could not be unpacked: it is damaged, or wants a password', zh: '无法解压：文件已损坏，或需要密码' }

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Names without the mark of UTF-8 come byte by byte: most are UTF-8 all the same, those of a Chinese Windows GBK. */
function pathOf(name: string): string {
  const path = name.replaceAll('\\', '/')
  if (/^[ -~]*$/.test(path) || [...path].some(character => character > '\u00FF')) return path
  const bytes = Uint8Array.from(path, character => character.charCodeAt(0))
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  catch {
    const { encoding } = encodingOf(bytes)
    return (encoding && decodedAs(encoding, bytes)) ?? path
  }
}
