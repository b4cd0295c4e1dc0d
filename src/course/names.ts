import type { Language, Person } from '#schema'

/** "Zhang Zeming", 张泽明; whoever has no name in Chinese letters keeps the Latin one: John Doe. */
export const nameOfPerson = ({ native, latin: { family, given = '' } }: Person, lang: Language): string =>
  lang === 'zh' ? native ?? `${given} ${family}`.trim() : `${family} ${given}`.trim()
