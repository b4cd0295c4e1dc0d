import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/** Traditional character -> simplified one: "亞" -> "亚". */
const simplified = new Map(traditionalToSimplified.split('|').map(pair => pair.split(' ') as [string, string]))
// A simplified one may be a traditional one as well: 薴 is 苧 and 苧 is 苎, so all three are one.
for (const [from, to] of simplified) {
  let end = to
  for (let steps = 0; steps < 4 && (simplified.get(end) ?? end) !== end; steps++) end = simplified.get(end)!
  simplified.set(from, end)
}

/**
 * Two texts are the same answer when they fold alike. Folded are width, case, spaces, punctuation, dashes,
 * traditional characters. A decimal point and a per cent sign stay: 9.9 is not 99, nor 5 % the same as 5.
 *
 *     fold('Ｂａｋｕ – Tbilisi') => 'bakutbilisi'
 *     fold('贊格祖爾走廊。')     => '赞格祖尔走廊'
 *     fold('1,234.5 %')         => '1234.5%'
 */
export function fold(text: string): string {
  const known = recent.get(text)
  if (known !== undefined) return known
  const folded = foldAfresh(text)
  if (text.length <= 200) {
    if (recent.size >= 2000) recent.clear()
    recent.set(text, folded)
  }
  return folded
}

/** A class gives the same few answers; a bounded number of them is kept. */
const recent = new Map<string, string>()

function foldAfresh(text: string): string {
  // İ becomes an i with a dot above it: TÜRKİYE is türkiye.
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<!\d)[.·]|[.·](?!\d)|(?![.·%])[\p{P}\p{Z}\p{Cc}\p{Cf}~`^|−]/gu, '')
    .replaceAll('·', '.')
  return Array.from(plain, character => simplified.get(character) ?? character).join('').normalize('NFKC')
}
