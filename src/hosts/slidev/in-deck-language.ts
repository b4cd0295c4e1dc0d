import { configs } from '@slidev/client/env.ts'
import { slidevWords } from './slidev-words.ts'

/** `inDeckLanguage('Next')` => "Next" in an English deck, 下一步 in a Chinese one; what is not in the table stays as it is. */
export const inDeckLanguage = (text: string): string => String(configs['lang'] ?? 'en').startsWith('zh') ? slidevWords[text] ?? text : text
