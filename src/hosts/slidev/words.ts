import type { NotePart } from '#schema/slide'
import type { Language } from '#schema'
import type { Planned } from './note.ts'

interface DeckWords {
  /** What stands before each part of a note. */
  parts: Record<NotePart, string>
  /** What a slide takes, and when. */
  minutes: (planned: Planned) => string
  /** Of a slide that may be skipped. */
  optional: string
  /** Of a whole lecture. */
  inAll: (all: number, shortest: number, asks: number) => string
  noNote: string
  noSlides: string
  notesLeftOut: string
  clock: { name: string, start: string, pause: string, goOn: string, reset: string, planned: (from: number, to: number) => string, whole: (all: number, shortest: number, asks: number) => string, soFar: (minutes: number) => string }
  /** "Slide 3 of 28: …", for who hears the slides. */
  slide: (number: number, all: number, headline: string) => string
  title: (number: number, all: number, headline: string, course: string) => string
  presenterTitle: (title: string) => string
  cover: { black: string, white: string, told: string, take: string }
  lesson: { begun: string, ended: string, showAgain: string, close: string }
  touch: { bar: string, before: string, next: string, number: (number: number, all: number) => string, all: string, dark: string, light: string, exercise: string, hint: string }
  keys: { title: string, close: string, rows: [keys: string, does: string][] }
}

/** Half minutes: "1.5", "8". */
const shown = (minutes: number) => Math.max(0.5, Math.round(minutes * 2) / 2)

export const deckWords: Record<Language, DeckWords> = {
  en: {
    parts: { say: 'Say', ask: 'Ask', expect: 'Expect', next: 'Next' },
    minutes: ({ minutes, from, to, asks }) => `${shown(minutes)} min, from minute ${from} to ${to}${asks ? ' (Ask not counted)' : ''}`,
    optional: 'may be skipped',
    inAll: (all, shortest, asks) => `Planned: ${all} minutes${shortest < all ? `; ${shortest} without the slides that may be skipped` : ''}.${asks ? ` Not counted: ${asks} questions to the class (Ask), about a minute each. Choose the ones for which the slot has time.` : ''}`,
    noNote: 'This slide has no note.',
    noSlides: 'The notes follow the slides in this browser. Open the presenter’s window, or the audience’s.',
    notesLeftOut: 'The notes are left out of the published site. “npm start” shows them.',
    clock: {
      name: 'Clock', start: 'Start the clock', pause: 'Pause', goOn: 'Go on', reset: 'Set back',
      planned: (from, to) => `minute ${from} to ${to}`, whole: (all, shortest, asks) => `of ${all}${shortest < all ? `, at least ${shortest}` : ''}${asks ? `; ${asks} Asks not counted` : ''}`,
      soFar: minutes => minutes === 0 ? 'on time' : minutes > 0 ? `${minutes} min late` : `${-minutes} min early`,
    },
    slide: (number, all, headline) => `Slide ${number} of ${all}: ${headline}`,
    title: (number, all, headline, course) => `${number}/${all} ${headline} – ${course}`,
    presenterTitle: title => `Presenter: ${title}`,
    cover: { black: 'Black screen', white: 'White screen', told: 'The class sees a blank screen', take: 'Show the slide again' },
    lesson: {
      begun: 'New class: the exercises on these slides are blank. What was answered before is on the practice page.',
      ended: 'All answers are shown again.', showAgain: 'Show the answers again', close: 'Close',
    },
    touch: {
      bar: 'Slides', before: 'Slide before', next: 'Next slide', number: (number, all) => `${number} / ${all}`, all: 'Overview', dark: 'Dark', light: 'Light',
      exercise: 'Answer this exercise on its own page', hint: 'Swipe, or use the arrows. Too small? Turn the phone, or read the article in our words.',
    },
    keys: {
      title: 'Keys', close: 'Close',
      rows: [
        ['→  Space  PageDown', 'on'],
        ['←  PageUp', 'back'],
        ['G', 'go to a slide, by number or word'],
        ['O', 'overview of all slides'],
        ['F', 'full screen'],
        ['D', 'dark or light'],
        ['L', 'this slide in the other language'],
        ['B  .', 'black screen, until any key'],
        ['W', 'white screen, until any key'],
        ['N', 'new class: the exercises are blank'],
        ['Esc', 'leave a field, close what is open'],
      ],
    },
  },
  zh: {
    parts: { say: '讲述', ask: '提问', expect: '预期回答', next: '过渡' },
    minutes: ({ minutes, from, to, asks }) => `${shown(minutes)}分钟，第${from}至${to}分钟${asks ? '（提问不计）' : ''}`,
    optional: '可略去',
    inAll: (all, shortest, asks) => `计划${all}分钟${shortest < all ? `；略去可略的各页，${shortest}分钟` : ''}。${asks ? `另有${asks}处提问，每处约1分钟，不计在内；视余下的时间选用。` : ''}`,
    noNote: '这一页没有备注。',
    noSlides: '备注随同一浏览器里的幻灯片翻页。请先打开讲者窗口或学生窗口。',
    notesLeftOut: '发布的网站不含备注。要看备注，请用“npm start”。',
    clock: {
      name: '计时', start: '开始计时', pause: '暂停', goOn: '继续', reset: '归零',
      planned: (from, to) => `第${from}至${to}分钟`, whole: (all, shortest, asks) => `共${all}分钟${shortest < all ? `，至少${shortest}` : ''}${asks ? `；另有提问${asks}处` : ''}`,
      soFar: minutes => minutes === 0 ? '进度正常' : minutes > 0 ? `慢${minutes}分钟` : `快${-minutes}分钟`,
    },
    slide: (number, all, headline) => `第${number}页，共${all}页：${headline}`,
    title: (number, all, headline, course) => `${number}/${all} ${headline} – ${course}`,
    presenterTitle: title => `讲者：${title}`,
    cover: { black: '全黑', white: '全白', told: '学生现在看到的是一片空白', take: '重新显示这一页' },
    lesson: {
      begun: '新的一次课：幻灯片上的练习都是空白的。以前的答案在练习页上。',
      ended: '以前的答案都显示出来了。', showAgain: '显示以前的答案', close: '关闭',
    },
    touch: {
      bar: '幻灯片', before: '上一页', next: '下一页', number: (number, all) => `${number} / ${all}`, all: '总览', dark: '深色', light: '浅色',
      exercise: '到练习页上回答这一题', hint: '滑动或点箭头翻页；字太小，可把手机横过来，或改读“文章概要”。',
    },
    keys: {
      title: '按键', close: '关闭',
      rows: [
        ['→  空格  PageDown', '下一步'],
        ['←  PageUp', '上一步'],
        ['G', '按页码或词语跳到某一页'],
        ['O', '所有幻灯片的总览'],
        ['F', '全屏'],
        ['D', '深色或浅色'],
        ['L', '这一页的另一种语言'],
        ['B  .', '全黑，按任意键恢复'],
        ['W', '全白，按任意键恢复'],
        ['N', '新的一次课：练习重新空白'],
        ['Esc', '离开输入框，关闭打开的内容'],
      ],
    },
  },
}
