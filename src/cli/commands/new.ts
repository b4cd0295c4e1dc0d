import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import { courseRoot, usualSources } from '#course/roots'
import { kindNames, views } from '#schema'
import { CannotRun, fine, fromHere, green, print, printJson } from '../console.ts'
import { pieceNames, start } from '../new/start.ts'

export const startNew = defineCommand({
  meta: { name: 'npm run new --', description: 'Start a file that verifies: a lecture (sco), a claim (yang-2026/six-edges), an exercise (triad/six-edges), a model (triad/who-decides), a tension (triad/who-decides). Nothing is overwritten.' },
  args: {
    what: { type: 'positional', description: pieceNames.join(', '), required: true },
    id: { type: 'positional', description: 'a lecture of corpus/course.yaml; <source>/<slug> for a claim; <lecture>/<slug> for an exercise, a model or a tension', required: true },
    line: { type: 'string', description: 'for a claim: a line of its paragraph in the text file', valueHint: '236' },
    kind: { type: 'string', description: `for an exercise: ${kindNames.join(', ')}; for a model: ${views.join(', ')}`, valueHint: 'sort' },
    sources: { type: 'string', description: 'folder with the source texts (default: sources/ in the course or ../shared/sources beside it)', valueHint: 'DIR' },
    json: { type: 'boolean', description: 'say what was written as JSON' },
  },
  run({ args }) {
    const root = courseRoot()
    const sources = args.sources ? fromHere(args.sources) : usualSources(root).find(folder => existsSync(folder))
    if (sources && !existsSync(sources)) throw new CannotRun(`There is no folder ${sources}.`)
    const { files, says, next } = start(root, sources, { what: args.what, id: args.id, kind: args.kind, line: args.line })
    if (args.json) printJson({ written: files.map(({ path }) => path), says, next })
    else print(...files.map(({ path }) => green(path)), ...says, '', ...next.map((step, index) => `${index + 1}. ${step}`))
    return fine
  },
})
