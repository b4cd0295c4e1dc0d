/** Runs inside the browser: what is wrong with a mermaid drawing as it stands in the page, measured box by box. */
export function measureDrawing({ svg: selector, least }: { svg: string, least: number }): string[] {
  const svg = document.querySelector<SVGSVGElement>(selector)
  if (!svg) return [`there is no ${selector}`]
  const letters: string[] = []
  interface Box { name: string, left: number, top: number, right: number, bottom: number }
  const canvas = svg.getBoundingClientRect()
  const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 1
  const linesOf = (of: Element): Box[] => [...of.querySelectorAll('.text-outer-tspan')].filter(line => line.textContent?.trim() && isSeen(line)).map((line) => {
    const name = `“${line.textContent!.trim()}”`
    const { left, right, top, bottom } = line.getBoundingClientRect()
    const matrix = (line as SVGGraphicsElement).getScreenCTM()!
    const size = parseFloat(getComputedStyle(line).fontSize) * Math.hypot(matrix.a, matrix.b)
    if (size < least - 0.05) letters.push(`${name} is ${size.toFixed(1)} px, the least is ${least}`)
    // From the top of the capitals to the foot of the descenders: a line's box is taller than its letters.
    const [middle, high] = [(top + bottom) / 2, Math.min(bottom - top, size * 0.86)]
    return { name, left, right, top: middle - high / 2, bottom: middle + high / 2 }
  })
  const inside = (box: Box, of: Box, room: number, what: string) => {
    const out = Math.max(of.left + room - box.left, box.right + room - of.right, of.top - box.top, box.bottom - of.bottom)
    if (out > 0.5) letters.push(`${box.name} is ${out.toFixed(1)} px ${what}`)
  }

  const nodes = [...svg.querySelectorAll('.node')].filter(node => isSeen(node) && !node.querySelector(':scope > .composite')).flatMap((node) => {
    const shape = node.querySelector(':scope > :is(rect, circle, ellipse, polygon, path)')
    if (!shape) return []
    const { left, right, top, bottom } = shape.getBoundingClientRect()
    const lines = linesOf(node)
    const box: Box = { name: `the box of ${lines.map(({ name }) => name).join(' ')}`, left, right, top, bottom }
    for (const line of lines) inside(line, box, 4, 'too wide or high for its box')
    return [{ box, lines }]
  })
  const labels = [...svg.querySelectorAll('.edgeLabel')].filter(label => !label.querySelector('.edgeLabel')).flatMap(linesOf)
  const loose = [...nodes.map(({ box }) => box), ...labels]
  for (const box of [...loose, ...nodes.flatMap(({ lines }) => lines)]) inside(box, { name: '', left: canvas.left, right: canvas.right, top: canvas.top, bottom: canvas.bottom }, 0, 'outside the drawing')
  for (const [index, one] of loose.entries()) for (const other of loose.slice(index + 1)) {
    const [wide, high] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)]
    if (wide > 1 && high > 1) letters.push(`${one.name} and ${other.name} lie on each other (${wide.toFixed(0)} × ${high.toFixed(0)} px)`)
  }
  if (!nodes.length || !nodes.some(({ lines }) => lines.length)) letters.push('there is no box with a name: nothing was measured')
  return [...new Set(letters)]
}
