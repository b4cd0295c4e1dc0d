/** Under which names a copy of the site keeps what its reader does. */
export interface StorageKeys {
  /** Every answer of the course, one JSON line each. */
  answers: string
  /** Lines that could not be read are kept here, not destroyed. */
  setAside: string
  /** The name that a student writes on what is exported. */
  name: string
  /** Work that is not checked yet: see drafts.ts. */
  drafts: string
  /** Where answers stood before a copy knew its folder; taken over once. A copy without keys takes nothing over. */
  former?: { answers: string, setAside: string, name: string }
}

/**
 * Under this name browsers keep answers already, and answer files say it. It is no title: a course that is called otherwise
 * tomorrow finds the answers of today under the same name.
 */
export const storageName = 'corridors-and-great-powers'
const former = { answers: `${storageName}/answers`, setAside: `${storageName}/answers/set-aside`, name: `${storageName}/answers/name` }

/**
 * Two copies on one host have one storage: the folder in which a copy stands, and whether it grades, keep them apart.
 *
 *     storageKeys({ folder: '/exam/', hasKeys: false }).answers => 'corridors-and-great-powers@/exam/#without-keys/answers'
 */
export function storageKeys({ folder, hasKeys }: { folder: string, hasKeys: boolean }): StorageKeys {
  const base = `${storageName}@${folder}${hasKeys ? '' : '#without-keys'}`
  return {
    answers: `${base}/answers`, setAside: `${base}/answers/set-aside`, name: `${base}/answers/name`, drafts: `${base}/drafts`,
    ...hasKeys ? { former } : {},
  }
}
