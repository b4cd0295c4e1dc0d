import type { Language, Person } from '#schema'

/** "Zhang Zeming", 张泽明; whoever has no name in Chinese letters keeps the Latin one: John Doe. */
export const nameOfPerson = ({ native, latin: { family, given = '' } }: Person, lang: Language): string =>
  lang === 'zh' ? native ?? `${given} ${family}`.trim() : `${family} ${given}`.trim()

/** slides/corridor.en.md => lecture and language. */
export function deckName(path: string): { lecture: string, lang: Language } | undefined {
  const match = /([a-z0-9-]+)\.(en|zh)\.md$/.exec(path)
  return match ? { lecture: match[1]!, lang: match[2] as Language } : undefined
}
