/** Numerals in words, Chinese and English: what they are worth, and whether a whole text is one. */

export const hanDigits = '〇一二三四五六七八九'
const hanUnitsOfTen: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** "二〇二五" => "2025" */
export const digitsOfHan = (han: string) => [...han].map(character => hanDigits.indexOf(character === '零' ? '〇' : character)).join('')

/** "17" => 17, "十七" => 17, "一百二十" => 120, "三点五" => 3.5, "两万三千" => 23000 */
export function valueOfHan(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed)
  const [whole, decimals] = printed.split('点')
  if (decimals !== undefined) return Number(`${valueOfHan(whole!)}.${digitsOfHan(decimals)}`)
  let [total, section, digit] = [0, 0, 0]
  if (/^[〇零一二三四五六七八九]{2,}$/.test(printed)) return Number(digitsOfHan(printed))
  for (const character of printed) {
    const unit = hanUnitsOfTen[character]
    if (unit === undefined) digit = character === '两' ? 2 : Math.max(0, hanDigits.indexOf(character))
    else if (unit < 1e4) {
      section += (digit || 1) * unit
      digit = 0
    }
    else {
      total = (total + section + digit || 1) * unit
      section = digit = 0
    }
  }
  return total + section + digit
}

export const wordScale: Record<string, number> = { hundred: 1e2, thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 }
const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
export const numberWords: Record<string, number> = Object.fromEntries([
  ...ones.map((word, value) => [word, value]),
  ...tens.map((word, index) => [word, 20 + 10 * index]),
])

/** "seventeen" => 17, "ninety-nine" => 99, "two hundred and five" => 205, "three million" => 3 000 000 */
export function valueOfWords(printed: string): number {
  let [total, section] = [0, 0]
  for (const word of printed.toLowerCase().split(/[\s-]+/).filter(word => word !== 'and')) {
    const scale = wordScale[word]
    if (scale === undefined) section += numberWords[word] ?? 0
    else if (scale === 100) section = (section || 1) * 100
    else {
      total += (section || 1) * scale
      section = 0
    }
  }
  return total + section
}

const digit = '[一二两三四五六七八九]'
const section = `(?:${digit}千)?零?(?:${digit}百)?零?(?:${digit}?十)?零?${digit}?`
const hanNumeral = new RegExp(`^(?:[〇零一二三四五六七八九]+|(?:${section}亿)?(?:${section}万)?${section})(?:点[〇零一二三四五六七八九]+)?$`, 'u')
const below100 = `(?:(?:${tens.join('|')})(?:[ -](?:${ones.slice(1, 10).join('|')}))?|${ones.slice().reverse().join('|')})`
const below1000 = `(?:(?:${ones.slice(1).reverse().join('|')}) hundred(?: (?:and )?${below100})?|${below100})`
const wordNumeral = new RegExp(`^${below1000}(?: (?:thousand|million|billion|trillion)(?: (?:and )?${below1000})?)?$`)
const traditional: Record<string, string> = { 兩: '两', 萬: '万', 億: '亿', 點: '点' }

/** A text that is one numeral and nothing else: "八十" => 80, "eighty-one" => 81; "十几", "nine ninety" => undefined. */
export function numeralIn(text: string): number | undefined {
  const han = text.replace(/[兩萬億點]/gu, character => traditional[character]!)
  if (han !== '' && !/^[百千万亿点]/u.test(han) && hanNumeral.test(han)) return valueOfHan(han)
  const words = text.toLowerCase().replace(/\s+/g, ' ')
  return wordNumeral.test(words) ? valueOfWords(words) : undefined
}
