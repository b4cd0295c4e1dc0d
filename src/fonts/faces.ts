/** Which cut of which package becomes which face, and what every subset holds whatever the course says. */

/** A family of the course's stylesheet at one weight, made of one or more files (Latin packages come in slices). */
export interface Face {
  /** .cache/fonts/<name>.<slice>.<hash>.woff2 */
  name: string
  family: string
  weight: number
  style: 'normal' | 'italic'
  /** Slices of the package in order of right: a character in two of them comes from the first. */
  slices: Record<string, string>
  /** A variable source is pinned to these while it is subset: a variable font makes Type 3 fonts in a PDF. */
  axes?: Record<string, number>
  /** `latin` faces have a twin for Chinese text ("Course Serif zh"), enlarged and without the punctuation that is Chinese there. */
  script: 'latin' | 'han'
  /** In per cent, of the twin. */
  enlarged?: number
  /** Kept from the course's text; everything where it is not said. */
  only?: RegExp
}

const slices = ['latin', 'latin-ext', 'cyrillic', 'vietnamese'] as const
const inPackage = (name: string, of: readonly string[], path: (slice: string) => string) =>
  Object.fromEntries(of.map(slice => [slice, `${name}/files/${path(slice)}.woff2`]))

const serif = (weight: number, style: 'normal' | 'italic'): Face => ({
  name: `serif-${weight}${style === 'italic' ? '-italic' : ''}`, family: 'Course Serif', weight, style, script: 'latin', enlarged: 104,
  slices: inPackage('@fontsource/source-serif-4', slices, slice => `source-serif-4-${slice}-${weight}-${style}`),
})
const sans = (weight: number): Face => ({
  name: `sans-${weight}`, family: 'Course Sans', weight, style: 'normal', script: 'latin', enlarged: 106,
  // Kazakh letters, for names as they are written there.
  slices: inPackage('@fontsource/source-sans-3', [...slices, 'cyrillic-ext'], slice => `source-sans-3-${slice}-${weight}-normal`),
})
const opticalSerif = (name: string, family: string, of: readonly string[], axes: { opsz: number, wght: number }): Face => ({
  name, family, weight: axes.wght, style: 'normal', script: 'latin', enlarged: 104, axes,
  slices: inPackage('@fontsource-variable/source-serif-4', of, slice => `source-serif-4-${slice}-opsz-normal`),
})
/** Noto comes in one file; slices.ts cuts it. */
export const wholeFont = 'all'
const han = (kind: 'Serif' | 'Sans', weight: 400 | 600): Face => {
  const cut = weight === 400 ? '400Regular' : '600SemiBold'
  return {
    name: `han-${kind.toLowerCase()}-${weight}`, family: `Course Han ${kind}`, weight, style: 'normal', script: 'han',
    slices: { [wholeFont]: `@expo-google-fonts/noto-${kind.toLowerCase()}-sc/${cut}/Noto${kind}SC_${cut}.ttf` },
  }
}

/** Letters of names as they are written there; they stand beside Source Sans. */
const letters = (script: 'Armenian' | 'Georgian', weight: 400 | 600): Face => {
  const name = script.toLowerCase()
  return {
    name: `${name}-${weight}`, family: 'Course Sans', weight, style: 'normal', script: 'latin', enlarged: 106, only: new RegExp(`\\p{Script=${script}}`, 'u'),
    slices: { [name]: `@fontsource/noto-sans-${name}/files/noto-sans-${name}-${name}-${weight}-normal.woff2` },
  }
}

export const faces: Face[] = [
  // The plain static cut is drawn for text and looks heavy at 38: headlines and the opening's numeral have cuts of their own.
  opticalSerif('display', 'Course Display', slices, { opsz: 36, wght: 600 }),
  { ...opticalSerif('numeral', 'Course Numeral', ['latin'], { opsz: 60, wght: 380 }), only: /[0-9]/ },
  serif(400, 'normal'), serif(400, 'italic'), serif(600, 'normal'),
  sans(400), sans(600),
  letters('Armenian', 400), letters('Armenian', 600), letters('Georgian', 400), letters('Georgian', 600),
  han('Serif', 400), han('Serif', 600), han('Sans', 400), han('Sans', 600),
]

/** Kerning, ligatures and marks; half-width Chinese punctuation; table and lining figures. */
export const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'rlig', 'halt', 'chws', 'tnum', 'lnum', 'pnum']

const from = (...ranges: [number, number][]) =>
  ranges.map(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')).join('')

/** Every Latin subset holds these: a new name in English, Azerbaijani, Turkish, pinyin or Russian breaks nothing. */
export const alwaysLatin = from(
  [0x20, 0x7E], [0xA0, 0xFF], // ASCII and western Europe
  [0x0400, 0x045F], // Cyrillic
  [0x0300, 0x0304], [0x0308, 0x0308], [0x030C, 0x030C], // combining: stress mark, macron, caron
) + 'ĀāĒēĪīŌōŪūǍǎĚěǏǐǑǒǓǔǕǖǗǘǙǚǛǜ' // pinyin
+ 'ƏəĞğŞşİıŐőŰűČčŠšŽžŁłĄąĘęŃńŚśŹźŻżŘřĎďŤťŇňŮůĆćĐđȘșȚț' // Azerbaijani, Turkish, Central European names
+ '–—‘’“”‚„•…‹›€№−\u2009\u200A\u202F\u2011'

/** Kept in the Han faces beside what is used: punctuation, signs, what a lecture on politics is never long without. */
export const alwaysHan = from([0x3001, 0x3002], [0x3008, 0x3011], [0x3014, 0x3017], [0xFF01, 0xFF5E], [0x2460, 0x2473])
  + '\u3000·—‘’“”…‰′″※→←↑↓⇒⇔−×÷±≈≠≤≥∞△▲□■○●◇◆☆★✓'
  + '〇零一二三四五六七八九十百千万亿两半几多少第每各某另其他此这那哪谁什么怎样为何如若则但而且或与和及以于在从到由对把被让使向往因所以虽然即便只有就都也还再又才更最很太不没未无非是否能会可应该必须要想愿'
  + '的一了人们我你他她它自己大家国家政府人民社会政治经济历史文化制度法律宪法条约协定协议宣言声明谈判会议组织联盟欧亚中美俄英法德日韩土耳其伊朗伊拉克阿塞拜疆亚美尼亚格鲁吉亚乌克兰白俄罗斯哈萨克斯坦乌兹别克吉尔塔吉土库曼蒙古阿富汗巴基斯坦印度越南东南西北中心边缘内外上下左右前后'
  + '走廊通道道路铁路公路港口管道能源石油天然气贸易运输物流投资企业公司项目基础设施建设经营管理治理权力权利主权安全保障利益互联连通三角框架概念理论假设论证证据来源材料资料数据数字图表文献作者认为指出说明表示强调据称报道事件日期时间年月日时分钟周期阶段过程结果原因影响作用关系结构条件机制功能目标任务问题答案练习讨论比较核对判断选择填写提交提示正确错误反馈重试完成分数得分部分全部'
  + '学生教师课程讲义页面打印导出语言切换开始结束返回继续上一下一打开关闭显示隐藏复制下载清除保存存储浏览器键盘鼠标'
  + '发展变化增长下降提高减少扩大缩小保持改变推动促进限制控制承认拒绝同意反对支持合作竞争冲突战争和平军事武装部队边界领土地区区域国际全球世界大小国强弱新旧长短高低快慢好坏真假难易重要主要基本一般特殊具体抽象直接间接公开秘密正式临时'
