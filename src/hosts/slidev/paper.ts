/** While the browser prints (Ctrl+P), paper.css lays the slide out, and the tokens are those of paper, in the dark theme too. */
export function whitePaper(page: Document = document, frame: Window = window) {
  const { classList } = page.documentElement
  const sheet = page.createElement('style')
  sheet.textContent = '@page { size: landscape; margin: 10mm }'
  frame.addEventListener('beforeprint', () => {
    if (classList.contains('print') || classList.contains('handout')) return // a handout, or Slidev's own print view, has a layout of its own
    classList.add('print', 'of-one-slide')
    page.head.append(sheet)
  })
  frame.addEventListener('afterprint', () => {
    if (!classList.contains('of-one-slide')) return
    classList.remove('print', 'of-one-slide')
    sheet.remove()
  })
}
