import { defineCommand } from 'citty'
import { courseRoot, houseRoot, madeOf } from '#course/roots'
import { buildSite, sizeOf } from '../build/site.ts'
import { dim, duration, fine, fromHere, print, printJson, problemsFound, red, say } from '../console.ts'

export const build = defineCommand({
  meta: { name: 'npm run build --', description: 'Builds the course as files that any web server can show, from any folder. Presenter notes stay out.' },
  args: {
    'out': { type: 'string', description: 'where to (default: dist)', valueHint: 'DIR' },
    'without-keys': { type: 'boolean', description: 'leave the answer keys out as well: nothing on the site can then grade', default: false },
    'drafts': { type: 'boolean', description: 'build decks and exercises that say draft: true as well', default: false },
    'json': { type: 'boolean', description: 'say the result as data', default: false },
  },
  async run({ args }) {
    const started = performance.now()
    const root = courseRoot()
    const out = args.out === undefined ? madeOf('dist', root) : fromHere(args.out)
    const next = [...root === houseRoot ? [] : ['--course', root], ...args.out === undefined ? [] : ['--dir', args.out]]
    const { problems } = await buildSite({ root, out, withoutKeys: args['without-keys'], drafts: args.drafts, said: part => say(dim(`  ${duration(performance.now() - started).padStart(7)}  ${part}`)) })
    if (args.json) printJson({ out, problems, seconds: (performance.now() - started) / 1000 })
    else if (problems.length) for (const { path, line, message } of problems) say(red(`${path}:${line}  ${message}`))
    else print(`Built ${out} in ${duration(performance.now() - started)}, ${(sizeOf(out) / 1e6).toFixed(1)} MB. To see it: npm run preview${next.length ? ` -- ${next.join(' ')}` : ''}`)
    return problems.length ? problemsFound : fine
  },
})
