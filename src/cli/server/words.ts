import type { DeckAddress } from '../decks.ts'

const escaped = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

const page = (lang: string, title: string, body: string) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --paper: light-dark(#FCFCFA, #15181B); --ink: light-dark(#17191C, #ECEBE6); --ink2: light-dark(#555B61, #ADB3B8); --blue: light-dark(#0A5C9E, #7FBDF2) }
body { margin: 0; padding: clamp(24px, 8vw, 96px); background: var(--paper); color: var(--ink); font: 18px/1.6 sans-serif }
h1 { font: 600 28px/1.3 serif } a { color: var(--blue) } p { max-width: 60ch } pre { white-space: pre-wrap; font-size: 14px; color: var(--ink2) }
</style></head><body><main>${body}</main></body></html>`

const words = {
  en: { starting: 'The slides are being made ready', wait: 'This takes some ten seconds the first time. The page continues by itself.', stopped: 'The slides could not be made ready', said: 'This is what Slidev said last:', again: 'Try again', slow: 'It takes longer than a minute. This is what Slidev said last:' },
  zh: { starting: '正在准备幻灯片', wait: '首次打开约需十秒，准备好后页面会自动继续。', stopped: '幻灯片未能启动', said: 'Slidev 最后的输出：', again: '重试', slow: '已经超过一分钟。Slidev 最后的输出：' },
} as const

/** Asks how far the deck is, and loads the address again when it is ready: the slide named after # stays. */
export function startingPage(deck: DeckAddress, stateAddress: string, slowAfter = 60_000): string {
  const say = words[deck.lang]
  return page(deck.lang, say.starting, `
<h1 role="status">${say.starting}</h1>
<p class="wait">${say.wait}</p>
<div hidden><p>${say.said}</p><pre></pre><p><a href="">${say.again}</a></p></div>
<noscript><meta http-equiv="refresh" content="3"></noscript>
<script type="module">
const began = performance.now()
const ask = async () => {
  const { state, said } = await fetch(${JSON.stringify(stateAddress)}).then(answer => answer.json()).catch(() => ({ state: 'starting' }))
  if (state === 'ready') return location.reload()
  if (state === 'starting') {
    if (performance.now() - began > ${slowAfter}) tell(said, ${JSON.stringify(say.slow)})
    return setTimeout(ask, 300)
  }
  document.querySelector('h1').textContent = ${JSON.stringify(say.stopped)}
  document.querySelector('.wait').hidden = true
  tell(said, ${JSON.stringify(say.said)})
  document.querySelector('a').onclick = event => { event.preventDefault(); location.reload() }
}
function tell(said = [], words) {
  document.querySelector('div p').textContent = words
  document.querySelector('pre').textContent = said.join('\\n')
  document.querySelector('div').hidden = false
}
ask()
</script>`)
}

/** Nothing stands at this address; these decks do. */
export function noSuchPage(path: string, decks: readonly DeckAddress[]): string {
  const list = decks.map(({ name }) => ['slides', 'practice'].map(room => `<li><a href="/${room}/${name}/">/${room}/${name}/</a></li>`).join('')).join('')
  return page('en', 'Nothing here', `
<h1>Nothing stands at ${escaped(path)}</h1>
<p><a href="/en/">The course in English</a> · <a href="/zh/" lang="zh">中文课程</a></p>${list && `<ul>${list}</ul>`}`)
}

/** The deck's server went away in the middle of an answer. */
export const deckGone = (name: string) => page('en', 'The slides stopped', `<h1>The slides stopped</h1><p><a href="/slides/${escaped(name)}/">Start them again</a></p>`)
