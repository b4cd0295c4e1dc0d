import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineCommand } from 'citty'
import { readCourse } from '#course/disk'
import { diskFolder, readOnce } from '#course/folder'
import { courseRoot, houseRoot, usualSources } from '#course/roots'
import { jsonSchemas, locksNow, rules, schemasFolder, verify as check } from '#verify'
import { openContext } from '#verify/disk'
import { keptIn } from '#verify/kept'
import { bold, CannotRun, chooseFrom, dim, duration, fine, fromHere, green, print, printJson, problemsFound, progress, red, say, table } from '../console.ts'

export const verify = defineCommand({
  meta: { name: 'npm run verify --', description: 'Check the course against its sources and itself. Exit code 0: no problem (warnings are none), 1: problems, 2: cannot run.' },
  args: {
    sources: { type: 'string', description: 'folder with the source texts (default: sources/ in the course or ../shared/sources beside it); without them the locks are compared' },
    rule: { type: 'string', description: `one rule: ${rules.map(rule => rule.name).join(', ')}` },
    list: { type: 'boolean', description: 'only say what each rule promises, as a Markdown table' },
    json: { type: 'boolean', description: 'the result as data: {rules: [{name, checked, problems: [{path, line, message}], warnings: […]}]}' },
    fresh: { type: 'boolean', description: 'find out everything anew, also what earlier runs have kept under .cache/' },
    lock: { type: 'boolean', description: 'first write corpus/evidence/*.lock.json for the claims that the articles bear out' },
    schemas: { type: 'boolean', description: `first write ${schemasFolder}/*.schema.json, what editors complete YAML from` },
  },
  async run({ args }) {
    if (args.list) {
      print('| rule | what holds when it reports nothing |', '|---|---|', ...rules.map(({ name, description }) => `| ${name} | ${description} |`))
      return fine
    }
    const started = performance.now()
    const root = courseRoot()
    const house = houseRoot
    const only = args.rule ? rules.filter(({ name }) => name === chooseFrom('rule', args.rule!, rules.map(rule => rule.name))) : rules
    const sources = args.sources ? fromHere(args.sources) : usualSources(root).find(folder => existsSync(folder))
    if (sources && !existsSync(sources)) throw new CannotRun(`There is no folder ${sources}.`)
    if (args.lock && !sources) throw new CannotRun('Locks are written with the articles at hand: npm run verify -- --lock --sources DIR')
    const write = (path: string, text: string, folder = root) => { mkdirSync(dirname(join(folder, path)), { recursive: true }); writeFileSync(join(folder, path), text) }
    if (args.schemas) for (const [name, text] of Object.entries(jsonSchemas())) write(`${schemasFolder}/${name}`, text, house)
    if (args.lock) {
      for (const { path, text, claims, left } of locksNow(readCourse(root), openContext({ root, house, sources }))) {
        write(path, text)
        say(`${path}: ${claims} claims${left.length > 0 ? red(`; left out, because the article does not bear them out: ${left.join(', ')}`) : ''}`)
      }
    }

    const folder = readOnce(diskFolder(root))
    const course = readCourse(folder)
    const context = openContext({ root: folder, house, sources, kept: keptIn(args.fresh ? undefined : join(houseRoot, '.cache/verify.json')) })
    if (args.sources && context.sources.size === 0) throw new CannotRun(`There is no .txt file in ${sources}.`)
    const step = progress('rules', only.length)
    const results = await check(course, context, { only, step })
    step.done()
    context.kept.save()
    const problems = results.reduce((sum, result) => sum + result.problems.length, 0)
    const warnings = results.reduce((sum, result) => sum + result.warnings.length, 0)
    if (args.json) {
      printJson({ rules: results, drafts: course.drafts, sources: [...context.sources.keys()] })
      return problems > 0 ? problemsFound : fine
    }
    print(table([['rule', 'checked', 'problems', ''], ...results.map(({ name, checked, problems, warnings, remark }) =>
      [name, String(checked), String(problems.length), [checked === 0 && red('checked nothing'), warnings.length > 0 && warningsIn(warnings.length), remark].filter(Boolean).join(': ')])]))
    for (const { name, problems, warnings } of results) {
      if (problems.length + warnings.length === 0) continue
      const told = (found: typeof problems, grade = '') => found.map(({ path, line, message }) => `${path}:${line} ${grade}${message}`)
      print('', bold(`${name}: ${rules.find(rule => rule.name === name)!.description}`), ...told(problems), ...told(warnings, 'warning: '))
    }
    const whereFrom = context.sources.size > 0 ? `with ${context.sources.size} source files` : red('without the source files: nothing was compared with an article')
    const drafts = course.drafts.length > 0 ? red(`${course.drafts.length} drafts (${course.drafts.join(', ')})`) : 'no drafts'
    print('', `${problems === 0 ? green('0 problems') : red(`${problems} problems`)}${warnings > 0 ? `, ${warningsIn(warnings)}` : ''}, ${whereFrom}, ${drafts}. ${dim(duration(performance.now() - started))}`)
    return problems > 0 ? problemsFound : fine
  },
})

const warningsIn = (number: number) => `${number} ${number === 1 ? 'warning' : 'warnings'}`
