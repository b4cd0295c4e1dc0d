import { defineShortcutsSetup } from '@slidev/types'
import { toggleKeys } from '../src/hosts/slidev/keys.ts'
import { otherLanguage } from '../src/hosts/slidev/other-language.ts'
import { useStage } from '../src/hosts/slidev/stage.ts'

// What each does stands in src/hosts/slidev/words.ts, which `?` shows.
export default defineShortcutsSetup((_, shortcuts) => {
  const other = otherLanguage()
  const { coverWith, newLesson, toLanguage } = useStage()
  return [
    ...shortcuts,
    { name: 'other_language', key: 'l', fn: () => { if (other.value) toLanguage(other.value.lang, other.value.address) } },
    // A clicker's button for a blank screen sends "." or "b".
    { name: 'black_screen', key: 'b', fn: () => coverWith('black') },
    { name: 'black_screen_of_clickers', key: '.', fn: () => coverWith('black') },
    { name: 'white_screen', key: 'w', fn: () => coverWith('white') },
    { name: 'new_class', key: 'n', fn: newLesson },
    { name: 'show_keys', key: '?', fn: toggleKeys },
  ]
})
