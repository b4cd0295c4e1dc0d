/** Files that no student handed in: what systems and programs leave beside them. */
export const isLeftover = (path: string): boolean => path.split('/').some(step => /^(?:\.(?!\.?$)|__MACOSX$|~\$)|^(?:Thumbs\.db|desktop\.ini)$/i.test(step))

/** A table of marks beside the answer files, perhaps our own. */
export const isTable = (path: string): boolean => /\.(?:csv|tsv|xlsx?|ods)$/i.test(path)

/**
 * Whose file it is, where the file itself does not say: by its own name, or by the folder that a learning platform made.
 *
 *     answers.corridor.王兰.2026-11-29.json                        => "王兰"
 *     Wang Lan_48213_assignsubmission_file/answers.corridor.json   => "Wang Lan"
 *     class/wang-lan.yaml                                          => "wang-lan"
 */
export function nameFrom(path: string): string {
  const steps = path.split('/').filter(Boolean)
  const stem = (steps.at(-1) ?? path).replace(/\.(?:answers\.)?(?:ya?ml|json|txt)$/i, '')
  const exported = /^answers\.[a-z][\w-]*\.(.+)\.\d{4}-\d{2}-\d{2}(?: ?\(\d+\))?$/.exec(stem)?.[1]
  if (exported) return exported
  const folder = /^(.+?)_\d+_assignsubmission_/.exec(steps.at(-2) ?? '')?.[1]
  if (folder) return folder
  const isGeneral = /^(?:answers(?:\.[a-z][\w-]*)?(?:\.\d{4}-\d{2}-\d{2})?|[a-z][\w-]*\.(?:en|zh))(?: ?\(\d+\))?$/.test(stem)
  return isGeneral && steps.length > 2 ? steps.at(-2)! : stem
}
