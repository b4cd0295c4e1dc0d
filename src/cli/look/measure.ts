/** One thing that is wrong with a slide or page as it is drawn, in words that name the place. */
export interface Finding {
  kind: 'outside' | 'overlap' | 'box' | 'line' | 'small' | 'glyph' | 'empty' | 'foot'
  message: string
}

export interface MeasureOptions {
  /** What is measured: `.slidev-page-3 .slide`, or `body`. */
  root: string
  /** A slide is a canvas of 980 × 551 that nothing may leave; a page only has a width. */
  is: 'slide' | 'page'
  /** In CSS px of the canvas; citations and references may go down to the second. */
  least: number
  leastCited: number
  /** Characters that our fonts have, as pairs of first and last. Left out: they are not looked at. */
  characters?: [number, number][]
  /** Only what is inside of these is looked at: `.framework`. */
  within?: string
}

/**
 * Runs inside the browser (Playwright sends its text), so it may use nothing from outside itself.
 * Looks at text line by line, at pictures, controls and painted boxes, as far as they can be seen; in drawings at their boxes, and
 * at the lines between them: mermaid's, and those of a hand-laid figure that marks them (`data-box`, `data-of`, `data-label`, `data-joins`).
 */
export function measure({ root: selector, is, least, leastCited, characters, within }: MeasureOptions): Finding[] {
  const root = document.querySelector(selector)
  if (!root) return [{ kind: 'empty', message: `there is no ${selector}` }]
  const canvas = root.getBoundingClientRect()
  const scale = is === 'slide' ? canvas.width / 980 : 1
  const edges = is === 'slide'
    ? { left: canvas.left, top: canvas.top, right: canvas.right, bottom: canvas.bottom }
    : { left: 0, top: -Infinity, right: document.documentElement.clientWidth, bottom: Infinity }
  const findings: Finding[] = []
  const said = new Set<string>()
  const find = (kind: Finding['kind'], message: string) => {
    if (!said.has(kind + message)) findings.push({ kind, message })
    said.add(kind + message)
  }
  const shortened = (text: string) => {
    const plain = text.replace(/\s+/g, ' ').trim()
    return `“${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}”`
  }
  const px = (length: number) => `${Math.round(length / scale)} px`

  // A text in a <g> that is not displayed counts as visible, though it has no size.
  const isSeen = (element: Element) => !(element instanceof SVGElement && element.getBoundingClientRect().width === 0) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
    && !element.closest('.visually-hidden, .katex-mathml, [hidden], script, style, template, title, desc')
  /** Where an element shows: its own box cut by every ancestor that clips. */
  interface Box { left: number, top: number, right: number, bottom: number }
  const isScroller = (style: CSSStyleDeclaration) => [style.overflowX, style.overflowY].some(way => way === 'auto' || way === 'scroll')
  const clipOf = (element: Element, byWhat: (style: CSSStyleDeclaration) => boolean = () => true): Box => {
    const clip = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
    for (let at = element.parentElement; at && at !== root; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      if (!byWhat(style)) continue
      if (at instanceof SVGElement && at.tagName !== 'svg') continue
      const box = at.getBoundingClientRect()
      if (style.overflowX !== 'visible') { clip.left = Math.max(clip.left, box.left); clip.right = Math.min(clip.right, box.right) }
      if (style.overflowY !== 'visible') { clip.top = Math.max(clip.top, box.top); clip.bottom = Math.min(clip.bottom, box.bottom) }
    }
    return clip
  }
  const overhang = (box: Box, of: Box) => Math.max(of.left - box.left, box.right - of.right, of.top - box.top, box.bottom - of.bottom)

  // Text, a box for each line of each run
  interface Line extends Box { text: string, of: Element }
  const lines: Line[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const wholes = new Set<Element>()
  let shownText = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const piece = node.nodeValue ?? ''
    const element = node.parentElement
    if (!element || !piece.trim() || !isSeen(element) || (within && !element.closest(within))) continue
    const formula = element.closest('.katex')
    // Drawn in pieces, read as one: a formula, a line of mermaid's, in which each word is an element.
    const whole = formula ?? element.closest('.text-outer-tspan')
    const style = getComputedStyle(whole ?? element)
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    const size = parseFloat(style.fontSize) * (matrix ? Math.hypot(matrix.b, matrix.a) / scale : 1)
    // Said to those who listen, drawn by a sign beside it.
    if (size === 0) continue
    if (is === 'slide' && !element.closest('.running, .foot')) shownText += piece

    if (!formula && characters) {
      const first = style.fontFamily.split(',')[0]!.replace(/["']/g, '').trim()
      if (!first.startsWith('Course ')) find('glyph', `${shortened(piece)} is set in ${first}, which is no font of the course`)
      for (const character of piece) {
        const point = character.codePointAt(0)!
        if (/[\s\p{Cf}\p{Cc}\uFE00-\uFE0F]/u.test(character)) continue
        if (!characters.some(([from, to]) => point >= from && point <= to)) find('glyph', `${character} (U+${point.toString(16).toUpperCase().padStart(4, '0')}) in ${shortened(piece)} is in no font of the course`)
      }
    }
    if (whole && wholes.has(whole)) continue
    if (whole) wholes.add(whole)
    const text = formula ? piece : whole?.textContent ?? piece

    // What joins two citations is as small as they are.
    const isCited = Boolean(element.closest('.cite, .references, .foot .source, sup, sub')) || (/^\p{P}$/u.test(text.trim()) && Boolean(element.querySelector(':scope > .cite')))
    if (size < (isCited ? leastCited : least) - 0.05) find('small', `${shortened(text)} is ${size.toFixed(1)} px, the least is ${isCited ? leastCited : least}`)

    // A page may scroll what is wide, a slide may not.
    const clip = clipOf(element, style => is === 'slide' || !isScroller(style))
    const scroller = is === 'page' ? clipOf(element, isScroller) : undefined
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = whole ? [whole.getBoundingClientRect()] : [...range.getClientRects()]
    for (const box of boxes) {
      if (box.width < 1 || box.height < 1) continue
      // From the top of the capitals to the foot of the descenders: a line's box is taller than its letters.
      const high = formula ? box.height : Math.min(box.height, size * scale * 0.86)
      const middle = (box.top + box.bottom) / 2
      const line = { left: box.left, right: box.right, top: middle - high / 2, bottom: middle + high / 2, text, of: element }
      lines.push(line)
      const out = overhang(line, edges)
      if (out > 1.5 * scale && !(scroller && overhang(line, scroller) > 0)) find('outside', `${shortened(text)} is ${px(out)} outside the ${is === 'slide' ? 'canvas' : 'page'}`)
      const cut = overhang(line, clip)
      if (cut > 2.5 * scale) find('outside', `${shortened(text)} is cut off by ${px(cut)}: its box scrolls or hides what is too long`)
    }
  }

  // A projector cuts what comes near the lower edge; the foot is one line, and leaves room for the number of the page
  if (is === 'slide') {
    const lowest = 535
    for (const { of, text, bottom } of lines) {
      const y = (bottom - canvas.top) / scale
      if (y > lowest && y < 553 && !of.closest('.popover')) find('foot', `${shortened(text)} ends at y ${Math.round(y)}, below ${lowest}`)
    }
    const foot = root.querySelector('.foot .source')
    const inFoot = lines.filter(({ of }) => foot?.contains(of) && !of.closest('.popover'))
    const first = inFoot[0]
    for (const line of inFoot) {
      if (first && line.top > first.bottom) find('foot', `the foot has a second line: ${shortened(line.text)}`)
      const out = line.right - (foot?.getBoundingClientRect().right ?? Infinity)
      if (out > 10 * scale) find('foot', `the foot is ${px(out)} too long: ${shortened(line.text)}`)
    }
    for (const line of lines) {
      const y = (line.bottom - canvas.top) / scale
      // What asks for the answer of an exercise stands in the line of the foot, at its end.
      if (y > 489 && line.of.closest('.body') && !line.of.closest('.exercise .more') && root.querySelector('.foot .source > p')?.textContent && !line.of.closest('.popover')) find('foot', `${shortened(line.text)} ends at y ${Math.round(y)}, on the rule over the foot`)
    }
  }

  // Pictures, controls, and boxes with a ground or a frame of their own
  for (const element of root.querySelectorAll('*')) {
    if (!isSeen(element) || (within && !element.closest(within))) continue
    const isInSvg = element instanceof SVGElement && element.tagName !== 'svg'
    if (isInSvg && element.tagName !== 'text') continue
    const style = getComputedStyle(element)
    const isPainted = ['svg', 'img', 'canvas', 'video', 'button', 'input', 'textarea', 'select'].includes(element.tagName.toLowerCase())
      || style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.borderTopWidth !== '0px' || style.borderBottomWidth !== '0px'
    if (!isPainted || style.position === 'fixed') continue
    const box = element.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) continue
    // What sticks lies over what scrolls away beneath it; where no window ends, as in a picture of the whole page, it only hides it.
    if (style.position === 'sticky' && (box.bottom <= 0 || box.top >= innerHeight)) for (const line of lines) {
      const high = Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top)
      if (!element.contains(line.of) && high > 2.5 && Math.min(box.right, line.right) - Math.max(box.left, line.left) > 2) find('overlap', `${shortened(line.text)} lies behind ${shortened(element.textContent ?? '')}, which sticks there (${px(high)})`)
    }
    const clip = clipOf(element)
    const shown = { left: Math.max(box.left, clip.left), right: Math.min(box.right, clip.right), top: Math.max(box.top, clip.top), bottom: Math.min(box.bottom, clip.bottom) }
    const out = overhang(shown, edges)
    if (out > 1.5 * scale && shown.right > shown.left && shown.bottom > shown.top)
      find('outside', `<${element.tagName.toLowerCase()}${element.classList.length ? ` class="${[...element.classList].join(' ')}"` : ''}> is ${px(out)} outside the ${is === 'slide' ? 'canvas' : 'page'}`)
  }

  const stuck = (element: Element): Element | undefined => {
    for (let at: Element | null = element; at && at !== root; at = at.parentElement) if (getComputedStyle(at).position === 'sticky') return at
  }

  // Lines of text that lie on each other
  lines.sort((a, b) => a.top - b.top)
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= one.bottom) break
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (wide <= 2 * scale || high <= 2.5 * scale) continue
      // What sticks to the window's edge lies over what scrolls away beneath it.
      if (stuck(one.of) !== stuck(other.of)) continue
      // Where a reader has put a pin is the reader's own doing, a name beneath it or not.
      if (one.of.closest('[data-pin]') || other.of.closest('[data-pin]')) continue
      // A caret over a letter, a fraction: parts of one formula; a stroke of one run beside itself.
      if (one.of === other.of && one.text === other.text && high < 4 * scale) continue
      find('overlap', `${shortened(one.text)} and ${shortened(other.text)} lie on each other (${px(wide)} × ${px(high)})`)
    }
  }

  // Words in their boxes: those of drawings, and what has a frame or a ground of its own
  interface Shape extends Box { name: string, of: Element, holds: (element: Element) => boolean }
  const shapes: Shape[] = [...root.querySelectorAll('.node, [data-box], .corner')].flatMap((of) => {
    const drawn = of.matches('.node') ? of.querySelector(':scope > :is(rect, circle, ellipse, polygon, path):not(.composite)') : of
    if (!drawn || !isSeen(of) || of.querySelector(':scope > .composite') || (within && !of.closest(within))) return []
    const { left, right, top, bottom } = drawn.getBoundingClientRect()
    const id = of.getAttribute('data-box')
    const words = id === null ? of : (of.closest('figure') ?? root).querySelector(`[data-of="${id}"]`)
    return [{ name: `the box of ${shortened(words?.textContent || id || 'nothing')}`, of, left, right, top, bottom, holds: element => Boolean(words?.contains(element)) }]
  })
  const frameOf = (element: Element): Element | undefined => {
    for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
      if (at.matches('[data-of]')) return at
      if (!(at instanceof HTMLElement)) continue
      const style = getComputedStyle(at)
      if (style.display.startsWith('inline') && style.display !== 'inline-block') continue
      if ((style.borderLeftStyle !== 'none' && style.borderRightStyle !== 'none' && parseFloat(style.borderLeftWidth) > 0 && parseFloat(style.borderRightWidth) > 0) || style.backgroundColor !== 'rgba(0, 0, 0, 0)') return at
    }
  }
  for (const line of lines) {
    const shape = shapes.find(({ of, holds }) => !of.matches('.corner') && holds(line.of))
    const frame = shape ? undefined : frameOf(line.of)
    const box = shape ?? frame?.getBoundingClientRect()
    if (!box) continue
    const room = shape ? 4 * scale : -1.5 * scale
    const out = Math.max(box.left + room - line.left, line.right + room - box.right, box.top - 1.5 * scale - line.top, line.bottom - 1.5 * scale - box.bottom)
    if (out > 0.5 * scale) find('box', `${shortened(line.text)} is ${px(out)} too wide or high for its box`)
  }
  const onEachOther = (one: Box, other: Box) => [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)] as const
  for (const [index, one] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) {
      const [wide, high] = onEachOther(one, other)
      if (wide > scale && high > scale) find('overlap', `${one.name} and ${other.name} lie on each other (${px(wide)} × ${px(high)})`)
    }
    for (const line of lines) {
      const [wide, high] = onEachOther(one, line)
      if (wide > scale && high > scale && !one.holds(line.of)) find('overlap', `${one.name} and ${shortened(line.text)} lie on each other (${px(wide)} × ${px(high)})`)
    }
  }

  // Lines of a drawing: behind no box at whose edge they neither begin nor end, and through no words but their own label
  for (const way of root.querySelectorAll<SVGGeometryElement>('.flowchart-link, [data-joins] :is(path, line, polyline):not(.head)')) {
    const matrix = way.getScreenCTM()
    if (!matrix || !way.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || (within && !way.closest(within))) continue
    const length = way.getTotalLength()
    const count = Math.max(2, Math.ceil(length * Math.hypot(matrix.a, matrix.b) / scale / 3))
    const points = Array.from({ length: count + 1 }, (_, index) => way.getPointAtLength(length * index / count).matrixTransform(matrix))
    const isIn = ({ x, y }: DOMPoint, box: Box, more: number) => x > box.left - more && x < box.right + more && y > box.top - more && y < box.bottom + more
    const figure = way.closest('figure') ?? way.ownerSVGElement!
    const joined = shapes.filter(shape => [points[0]!, points.at(-1)!].some(end => isIn(end, shape, 14 * scale)))
    const between = `the line between ${joined.map(({ name }) => name).join(' and ') || 'nothing'}`
    for (const shape of shapes)
      if (figure.contains(shape.of) && !joined.includes(shape) && points.some(point => isIn(point, shape, -scale))) find('line', `${between} runs behind ${shape.name}`)
    for (const line of lines) {
      if (!figure.contains(line.of) || joined.some(({ holds }) => holds(line.of)) || !points.some(point => isIn(point, line, -scale))) continue
      const { left, right, top, bottom } = (line.of.closest('.edgeLabel, [data-label], text') ?? line.of).getBoundingClientRect()
      const isItsOwn = points.some(({ x, y }) => Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2) < 6 * scale)
      if (!isItsOwn) find('line', `${between} runs through ${shortened(line.text)}`)
    }
  }

  const body = is === 'slide' ? root.querySelector('.body') ?? root : root
  const hasPicture = [...body.querySelectorAll('svg, img, canvas')].some(element => isSeen(element) && element.getBoundingClientRect().height > 20 * scale)
  if (is === 'slide' ? shownText.trim().length < 2 && !hasPicture : !(root.textContent ?? '').trim()) find('empty', `the ${is} is empty`)
  return findings
}
