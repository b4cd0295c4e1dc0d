import type { Language, Layout, OwnSpeaker } from '#schema'

/** What the running head calls each kind of slide; `kind: Map` in a slide's front matter says something else. */
export const kinds: Record<Language, Record<Layout, string>> = {
  en: { 'opening': 'Opening', 'question': 'Puzzle', 'figure': 'Figure', 'comparison': 'Comparison', 'framework': 'Framework', 'source-check': 'Source check', 'exercise': 'Your turn', 'discussion': 'Discussion', 'before': 'Background', 'answer': 'Answer', 'references': 'Sources' },
  zh: { 'opening': '开篇', 'question': '疑问', 'figure': '图', 'comparison': '比较', 'framework': '框架', 'source-check': '核对', 'exercise': '练习', 'discussion': '讨论', 'before': '背景', 'answer': '回答', 'references': '文献' },
}

/** Who speaks where no source does; a source has its name and verb from src/course/speakers.ts. */
export const ownSpeakers: Record<Language, Record<OwnSpeaker, string>> = {
  en: { course: 'We', open: 'Open question' },
  zh: { course: '本课', open: '待答' },
}

export const words = {
  en: { lecture: (number: number) => `Lecture ${number}`, route: (number: number, of: number) => `Lecture ${number} of ${of}`, slide: (number: number) => `slide ${number}`, notKept: 'Answers are not kept', asked: 'The question: ', foot: { all: 'Where it stands', between: ', ', apart: '; ', more: (count: number) => count ? `and ${count} more` : 'in detail' } },
  zh: { lecture: (number: number) => `第${number}讲`, route: (number: number, of: number) => `共${of}讲，本讲是第${number}讲`, slide: (number: number) => `第${number}页`, notKept: '答案不会保存', asked: '问题：', foot: { all: '出处', between: '、', apart: '；', more: (count: number) => count ? `另有${count}处` : '详情' } },
} satisfies Record<Language, unknown>
