import { defineShortcutsSetup } from '@slidev/types'
import { otherLanguage } from '../src/hosts/slidev/other-language.ts'

// L: this slide in the other language.
export default defineShortcutsSetup((_, shortcuts) => {
  const other = otherLanguage()
  return [...shortcuts, { name: 'other_language', key: 'l', fn: () => { if (other.value) location.assign(other.value.address) } }]
})
