import { z } from 'zod'
import { partialDate } from './date.ts'

/**
 * `three-vertices`; a slug names a record inside its file, and the order of records says something: steps, corners, columns.
 * It begins with a letter, because JavaScript moves keys such as "2021" to the front of an object: `y2021` stays where it stands.
 */
export const Slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'expected a slug such as "three-vertices", which begins with a letter')

/** `zhang-zeming-2026/minsk-closed`, `corridor/triangle`: `<file>/<slug>`. */
export const Id = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/, 'expected an id such as "zhang-zeming-2026/minsk-closed"')

/** Inline Markdown and `$…$` in two languages, no HTML. Exactly these two keys: the renderer recognises a Text by them. */
export const Text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) })
export type Text = z.infer<typeof Text>

/** A plain name in three languages, never rendered as Markdown. */
export const Names = z.strictObject({ en: z.string().min(1), zh: z.string().min(1), ru: z.string().min(1) })
export type Names = z.infer<typeof Names>

/** `2025`, `2025-08` or `2025-08-08`: as exact as its source gives it. */
export const PartialDate = z.string().regex(partialDate, 'expected a quoted date: "2025", "2025-08" or "2025-08-08"')

/** A file of records: slug -> record. `draft: true` beside the slugs says that the file is being written: it may hold placeholders, and claims that nobody uses or has locked yet. */
export const drafted = 'draft'
