import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { defineCommand } from 'citty'
import openInBrowser from 'open'
import { nameOf } from '#course'
import { courseRoot } from '#course/roots'
import { languages } from '#schema/language'
import { bold, chooseFrom, cyan, dim, duration, fine, print, red, say } from '../console.ts'
import { type DeckAddress, decksIn, localeLanguage } from '../decks.ts'
import { courseServer } from '../server/course.ts'
import { listenFrom, readPort } from '../server/listen.ts'
import { untilStopped } from '../server/stop.ts'

/** Milliseconds after which a deck that no browser has opened yet gives way to what is looked at and drawn ahead. */
const longestUnopened = 30_000

export const start = defineCommand({
  meta: { name: 'npm start --', description: 'Opens the course in a browser: start page, lectures, practice.' },
  args: {
    lecture: { type: 'string', description: 'go straight to this lecture', valueHint: 'corridor' },
    lang: { type: 'string', description: 'en or zh; otherwise as this computer is set', valueHint: 'en|zh' },
    port: { type: 'string', description: 'the port to try first', default: '3030' },
    open: { type: 'boolean', description: 'open a browser', default: true, negativeDescription: 'only say the addresses' },
  },
  async run({ args }) {
    const started = performance.now()
    const root = courseRoot()
    const decks = decksIn(root)
    const lang = args.lang === undefined ? localeLanguage() : chooseFrom('language', args.lang, languages)
    const deck = args.lecture === undefined ? undefined : chooseDeck(decks, args.lecture, lang, args.lang !== undefined)
    // The deck first: what is looked at and drawn ahead, and the modules for it, would only take its time.
    let isShown = () => {}
    let isEnding = false
    const troubles = new Promise<void>((resolve) => { isShown = resolve }).then(async () => {
      const { watchTroubles } = await import('../server/troubles.ts')
      return watchTroubles(root, { tell: lines => say(...lines.map(red)) })
    })
    const server = await courseServer({ root, first: deck?.name, problems: async () => (await troubles).problems() })
    const { port, passedOver } = await listenFrom(server.http, readPort(args.port))
    const { readCourse } = await import('#course/disk')
    const { syllabus } = readCourse(root)
    const course = `http://localhost:${port}`

    for (const taken of passedOver) say(`Port ${taken} is taken; trying the next.`)
    print('', `  ${bold(nameOf(syllabus, 'en'))} ${nameOf(syllabus, 'zh')}`, '', `  start page   ${cyan(`${course}/${lang}/`)}`)
    for (const shown of deck ? [deck] : decks.filter(deck => deck.lang === lang)) print('', ...addresses(course, shown))
    print('', dim(`  Ready in ${duration(performance.now() - started)}. Ctrl-C ends it.`), '')

    const first = deck ? `${course}/slides/${deck.name}/` : `${course}/${lang}/`
    const isOpen = deck ? server.warm(deck.name).then(() => Promise.race([server.opened, wait(longestUnopened, undefined, { ref: false })])) : Promise.resolve()
    void isOpen.then(() => isEnding ? undefined : (isShown(), drawAhead(root)))
    if (args.open && canOpen()) await openInBrowser(first).catch(error => say(`No browser could be opened (${error instanceof Error ? error.message : error}): open ${first} yourself.`))
    await untilStopped()
    say('Ending.')
    isEnding = true
    void troubles.then(watched => watched.close())
    await server.close()
    return fine
  },
})

/** Diagrams that nobody has drawn yet; a page that is faster, or has no such browser behind it, draws them itself. */
async function drawAhead(root: string): Promise<void> {
  try {
    const [{ readCourse }, { drawUndrawn }, { browserAtHand }] = await Promise.all([import('#course/disk'), import('../build/draw.ts'), import('../../browser.ts')])
    for (const { path, line, message } of await drawUndrawn(readCourse(root), { browser: browserAtHand })) say(`${path}:${line}  ${message}`)
  }
  catch (error) {
    say(dim(`Diagrams are drawn in the page as it is shown: no browser could draw them ahead. ${error instanceof Error ? error.message : error}`))
  }
}

/** A lecture in the language asked for; without `--lang`, in the other one where it has no deck in the computer's. */
export function chooseDeck(decks: readonly DeckAddress[], lecture: string, lang: string, insists: boolean): DeckAddress {
  const ofLecture = decks.filter(deck => deck.lecture === chooseFrom('lecture', lecture, [...new Set(decks.map(deck => deck.lecture))]))
  const found = ofLecture.find(deck => deck.lang === lang) ?? (insists ? undefined : ofLecture[0])
  return found ?? ofLecture.find(deck => deck.lang === chooseFrom(`deck of "${lecture}" in`, lang, ofLecture.map(deck => deck.lang)))!
}

function addresses(course: string, { name, lecture, lang }: DeckAddress): string[] {
  const deck = `${course}/slides/${name}/`
  return [
    `  ${bold(lecture)} (${lang})`,
    `  audience     ${cyan(deck)}`,
    `  presenter    ${cyan(`${deck}#/presenter/1`)}`,
    `  notes        ${cyan(`${deck}#/notes`)}`,
    `  practice     ${cyan(`${course}/practice/${name}/`)}`,
  ]
}

/** Where nobody sits before a screen there is nothing to open. */
const canOpen = () => !process.env.CI && (process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.env.WSL_DISTRO_NAME))
