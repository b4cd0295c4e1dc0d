import { plainMarkdown } from '#course/inline'
import type { Language, Text } from '#schema'

const kept = new WeakMap<Text, Partial<Record<Language, string>>>()

/** A text of the course in plain words; kept with it, since a whole class asks for the same few. */
export function plain(text: Text, lang: Language): string {
  let words = kept.get(text)
  if (!words) kept.set(text, words = {})
  return words[lang] ??= plainMarkdown(text[lang])
}
