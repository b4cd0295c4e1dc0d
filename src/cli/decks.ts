import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { deckName } from '#course/names'
import type { Language } from '#schema'

/** A deck as an address: `corridor.en` stands at /slides/corridor.en/. */
export interface DeckAddress { name: string, lecture: string, lang: Language, path: string }

/** Every slides/<lecture>.<lang>.md, none where there is no such folder. */
export function decksIn(root: string): DeckAddress[] {
  const folder = join(root, 'slides')
  if (!existsSync(folder)) return []
  return readdirSync(folder).sort().flatMap(file => {
    const known = deckName(file)
    return known ? [{ ...known, name: `${known.lecture}.${known.lang}`, path: join(folder, file) }] : []
  })
}

/** The decks in a built site: "/home/li/dist" => ["corridor.en", "corridor.zh"]; drafts are in it only where they were asked for. */
export function decksServed(site: string): string[] {
  const folder = join(site, 'slides')
  if (!existsSync(folder)) return []
  return readdirSync(folder).sort().filter(name => deckName(`${name}.md`) && existsSync(join(folder, name, 'index.html')))
}

/** `zh_CN.UTF-8` and `zh-Hans` read Chinese, everybody else English. */
export function localeLanguage(env: NodeJS.ProcessEnv = process.env, system = Intl.DateTimeFormat().resolvedOptions().locale): Language {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(value => value && !/^(C|POSIX)\b/.test(value))
  return (named ?? system).toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
