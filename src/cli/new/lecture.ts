import { stringify } from 'yaml'
import { addonOf, themeOf } from '#course/roots'
import { type Language, languages } from '#schema'
import { CannotRun, chooseFrom } from '../console.ts'
import { type Ground, look, replace, type Started } from './started.ts'

/** `sco`: slides/sco.en.md, slides/sco.zh.md, and corpus/claims/ for the sources that have no claims yet. */
export function newLecture(ground: Ground, lecture: string): Started {
  const { course, context } = ground
  const known = Object.keys(course.syllabus.lectures)
  try { chooseFrom('lecture', lecture, known) }
  catch (error) { throw new CannotRun(`${(error as Error).message} A lecture stands in corpus/course.yaml first: its title, short name, question, sources and outcomes.`) }
  const { sources } = course.syllabus.lectures[lecture]!
  const decks = languages.map(lang => ({ path: `slides/${lecture}.${lang}.md`, text: deck(ground, lecture, lang) }))
  const there = decks.find(({ path }) => context.files.has(path))
  if (there) throw new CannotRun(`${there.path} is there already, and nothing is overwritten.`)
  const unknown = sources.find(source => !course.sources[source])
  if (unknown) throw new CannotRun(`corpus/course.yaml gives "${lecture}" the source "${unknown}", which has no file in corpus/sources/.`)
  const claims = sources.filter(source => !context.files.has(`corpus/claims/${source}.yaml`))
    .map(source => ({ path: `corpus/claims/${source}.yaml`, text: `# ${course.sources[source]!.short.en}, claim by claim.\ndraft: true\n` }))
  return {
    files: [...decks, ...claims],
    says: [],
    next: [
      `Claims: npm run new -- claim ${sources[0]}/<slug> --line N`,
      `Exercises: npm run new -- exercise ${lecture}/<slug> --kind choice`,
      `${replace}; layouts/README.md says what to type on a slide. Then take \`draft: true\` out of both decks.`,
      `See it: npm start -- --lecture ${lecture}`,
      look(lecture),
    ],
  }
}

/** The slides that every lecture needs; what it teaches stands between the puzzle and the check. */
function deck({ course }: Ground, lecture: string, lang: Language): string {
  const { question, sources } = course.syllabus.lectures[lecture]!
  const name = (source: string) => course.sources[source]?.short[lang] ?? source
  const claim = Object.keys(course.claims).find(id => sources.some(source => id.startsWith(`${source}/`)))
  const cite = claim ? ` <Cite claim="${claim}" />` : ''
  const list = sources.map(name).join(lang === 'zh' ? '、' : ', ')
  const head = `---
title: ${stringify(question[lang], { lineWidth: 0 }).trim()}
lecture: ${lecture}
lang: ${lang}
draft: true
theme: ${themeOf(course.root)}
addons: ['${addonOf(course.root)}']
htmlAttrs:
  lang: ${lang}
routeAlias: opening
layout: opening
---

# ${question[lang]}
`
  return head + slides[lang]({ question: question[lang], cite, list, references: sources.map(source => `- **${name(source)}**`) })
}

interface Filling { question: string, cite: string, list: string, references: string[] }

const slides: Record<Language, (filling: Filling) => string> = {
  en: ({ question, cite, list, references }) => `
TODO The idea of this lecture, in a few words

::foot::

Read with it: ${list}. TODO journal, issue, pages

<!--
say: TODO A scene, then who writes, for whom, and what this hour does with it. What is said on a slide has at most 100 words; npm run verify -- --rule time sums up the minutes.
ask: TODO A question that everybody can answer.
expect: TODO The answer hoped for; the common slip, and what it shows.
next: TODO A sentence that leads on.
-->

---
routeAlias: puzzle
layout: question
do: Write one line · 1 minute
---

# ${question}

<div class="slips">
<div class="slip">

TODO Who says so

TODO What they say, in our words.

</div>
<div class="slip">

TODO Who says otherwise

TODO What they say instead.

</div>
</div>

<YourLine />

::foot::

TODO Where both stand${cite}. Our wording

<!--
say: TODO Both sentences with their speakers, every hedge in place; then why they cannot simply both be so. The task at the end opens these lines again.
expect: TODO What a good line has; the answer that closes the question too early.
next: TODO The way into the text.
-->

---
routeAlias: before
layout: before
speaker: course
---

# TODO What happened, in one sentence

<div class="past">
<div class="line">
<ol style="--from: 2020; --years: 6">
<li class="plan" style="--at: 2022.5; --wide: 200px; --shift: -60px"><p><b>2022</b> TODO What happened, in a few words; the date as a number, a month a twelfth</p></li>
</ol>
</div>
<ul>
<li><b>TODO Name</b> Who that is</li>
</ul>
</div>

::foot::

TODO Every abbreviation spelled out, and by what these dates stand${cite}

<!--
say: TODO What happened, where, who: five dates, three names, for somebody who has never heard of the place.
next: TODO A sentence that leads on.
-->

---
routeAlias: check
layout: source-check
speaker: course
do: TODO What is compared · 3 minutes
---

# TODO What one passage says, and what another says

<div class="slips">
<div class="slip">

TODO Where the passage stands

TODO What it says.

</div>
<div class="slip">

TODO Where the other stands

TODO What it says.

</div>
<div class="slip ours" v-click>

What we can check

TODO Our reading, or our figure.

</div>
</div>

::foot::

TODO What each citation shows${cite}. We sorted them

<!--
say: TODO What was compared with what, and what came out: it holds, it fails, it is not stated. What the author could answer. Slips are shown with respect.
expect: TODO The answer hoped for; the common slip is to catch the author out and stop there.
next: TODO A sentence that leads on.
-->

---
routeAlias: discuss
layout: discussion
do: In pairs, then all · 4 minutes
---

# TODO A question on which careful readers differ?

<div class="columns">
<div>

**One of you: yes**

TODO The strongest reason for it.

</div>
<div>

**The other: no**

TODO The strongest reason against it.

</div>
<div>

**Bring back**

TODO What would settle it, and where to look.

</div>
</div>

::foot::

TODO What the question rests on${cite}

<!--
say: TODO Why both sides can be held; what each has to give up. The lecturer takes neither.
expect: TODO The answer hoped for; the common slip.
next: TODO To the task.
-->

---
routeAlias: answer
layout: answer
speaker: course
---

# TODO The answer to the question, as an assertion

<div class="columns">
<div>

**TODO The author’s answer**

TODO In one sentence.${cite}

</div>
<div>

**The best other answer**

TODO Whose it is, in one sentence.${cite}

</div>
<div>

<YourLine />

</div>
</div>

<p class="remark">TODO What would count against it.</p>

::foot::

TODO What the answer rests on

<!--
say: TODO The answer, and why it is better than the other; what would count against it. Then everybody reads her own line again.
ask: TODO Would you still write your line?
expect: TODO What a good line has by now; the common slip.
next: TODO To the task.
-->

---
routeAlias: task
layout: discussion
kind: Closing task
do: One page · by next week
---

# TODO Do with another case what the author did with his

<div class="columns">
<div>

**Fill**

TODO What to fill in, with a source for each part; “not stated” where there is none.

</div>
<div>

**Fail**

TODO A claim that does not hold there, or why all do.

</div>
<div>

**Take along**

TODO The question that the next lecture takes up.

</div>
</div>

::foot::

TODO How far the author says it carries${cite}

<!--
say: TODO The task, step by step, and what a good page looks like. Open your first line again: would you still write it?
expect: TODO A case with documents one can read; the common slip is to choose one because it fits.
next: TODO To the next lecture.
-->

---
routeAlias: references
layout: references
---

# Who speaks, and what kind of sentence is it?

<div class="references">

${references.map(reference => `${reference} TODO Author, title, journal, issue, pages; and what it mostly is: argument, report, document.${cite}`).join('\n')}

</div>

::foot::

Press a citation: who says it, what kind of sentence, what speaks against it

<!--
say: TODO Who speaks, what kind of sentence, does it check, who else says so: the four habits, on our own list.
ask: TODO Which would you read first if you had an hour?
expect: TODO The documents, before anybody’s reading of them.
next: TODO The exercises on the practice page.
-->
`,
  zh: ({ question, cite, list, references }) => `
【待写】这一讲的想法，几个字

::foot::

配套阅读：${list}。【待写】刊物、期号、页码

<!--
say: 【待写】先给一个场面，再说谁写的、写给谁看，这一小时拿它做什么。一页讲述至多170个字；全讲的分钟数由 npm run verify -- --rule time 合计。
ask: 【待写】人人都答得上来的一问。
expect: 【待写】理想的回答；常见的偏差，说明了什么。
next: 【待写】一句话引到下一页。
-->

---
routeAlias: puzzle
layout: question
do: 写下一句话·1分钟
---

# ${question}

<div class="slips">
<div class="slip">

【待写】谁这样说

【待写】怎么说的，用我们自己的话。

</div>
<div class="slip">

【待写】谁不这样说

【待写】又是怎么说的。

</div>
</div>

<YourLine />

::foot::

【待写】两句各在哪里${cite}。措辞由本课拟定

<!--
say: 【待写】两句话，各是谁说的，“可能”“往往”都留着；为什么不能两句都对。最后的任务会回到这里。
expect: 【待写】好的一句里有什么；哪种回答把问题关得太早。
next: 【待写】怎样走进文章。
-->

---
routeAlias: before
layout: before
speaker: course
---

# 【待写】一句话说清发生了什么

<div class="past">
<div class="line">
<ol style="--from: 2020; --years: 6">
<li class="plan" style="--at: 2022.5; --wide: 200px; --shift: -60px"><p><b>2022年</b> 【待写】发生了什么，几个字；日期写成数，一个月是十二分之一</p></li>
</ol>
</div>
<ul>
<li><b>【待写】名称</b> 是谁</li>
</ul>
</div>

::foot::

【待写】简称写出全称；这些日期出自哪里${cite}

<!--
say: 【待写】发生了什么，在哪里，有谁：五个日期，三个名字，讲给从没听说过这个地方的人。
next: 【待写】一句话引到下一页。
-->

---
routeAlias: check
layout: source-check
speaker: course
do: 【待写】比较什么·3分钟
---

# 【待写】一处这样说，另一处怎么说

<div class="slips">
<div class="slip">

【待写】这一处在哪里

【待写】怎么说。

</div>
<div class="slip">

【待写】另一处在哪里

【待写】怎么说。

</div>
<div class="slip ours" v-click>

我们能核对的

【待写】本课的解读，或本课算的数。

</div>
</div>

::foot::

【待写】每条引注说明什么${cite}。解读由本课作出

<!--
say: 【待写】拿什么同什么比，结果如何：对得上、对不上，还是没有说。作者可以怎样回答。有误也要带着敬意指出来。
expect: 【待写】理想的回答；常见的偏差是抓住一处错就停下来。
next: 【待写】一句话引到下一页。
-->

---
routeAlias: discuss
layout: discussion
do: 两人一组，再一起谈·4分钟
---

# 【待写】细心的读者也会答得不同的问题？

<div class="columns">
<div>

**一位：是**

【待写】最有力的理由。

</div>
<div>

**另一位：不是**

【待写】最有力的反面理由。

</div>
<div>

**带回来**

【待写】什么能定下来，到哪里去找。

</div>
</div>

::foot::

【待写】问题从哪里来${cite}

<!--
say: 【待写】为什么两边都说得通，各要放弃什么。讲课的人不站在哪一边。
expect: 【待写】理想的回答；常见的偏差。
next: 【待写】引到任务。
-->

---
routeAlias: answer
layout: answer
speaker: course
---

# 【待写】对问题的回答，一个判断句

<div class="columns">
<div>

**【待写】作者的回答**

【待写】一句话。${cite}

</div>
<div>

**最好的另一种回答**

【待写】谁的回答，一句话。${cite}

</div>
<div>

<YourLine />

</div>
</div>

<p class="remark">【待写】什么算反证。</p>

::foot::

【待写】回答的依据

<!--
say: 【待写】怎样回答，为什么比另一种好；什么算反证。然后各人重读自己写下的那句话。
ask: 【待写】你还会这样写吗？
expect: 【待写】到这时好的一句话该有什么；常见的偏差。
next: 【待写】引到作业。
-->

---
routeAlias: task
layout: discussion
kind: 课后任务
do: 一页纸·下周交
---

# 【待写】换一个案例，<br>照作者的办法做一遍

<div class="columns">
<div>

**填**

【待写】填什么，每项注明来源；没有说的写“未说”。

</div>
<div>

**驳**

【待写】哪条论断在那里不成立；都成立，说明为什么。

</div>
<div>

**带走**

【待写】下一讲接着问的问题。

</div>
</div>

::foot::

【待写】作者自己说能走多远${cite}

<!--
say: 【待写】任务分几步，好的一页是什么样子。再打开上课时写的第一句话：现在还会这样写吗？
expect: 【待写】有文件可读的案例；常见的偏差是挑一个正好合用的。
next: 【待写】引到下一讲。
-->

---
routeAlias: references
layout: references
---

# 谁在说话，说的是哪一类句子？

<div class="references">

${references.map(reference => `${reference} 【待写】作者、题目、刊物、期号、页码；多半是哪一类：论证、报道、文件。${cite}`).join('\n')}

</div>

::foot::

点按引注，可看谁说的、是哪一类句子、有何异说

<!--
say: 【待写】谁在说话，哪一类句子，对得上吗，还有谁说：四个习惯，最后用在自己的书单上。
ask: 【待写】只有一小时，你先读哪一份？
expect: 【待写】文件本身，先于任何人的解读。
next: 【待写】练习页上的题目。
-->
`,
}
