// node plain-search.mjs COURSE SOURCES: what anybody would write first. Reads all files, and searches each evidence once.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parse } from 'yaml'

const [course, sources] = process.argv.slice(2)
const folded = text => text.normalize('NFKC').replace(/[\s*"'“”‘’「」『』]/g, '')
const articles = readdirSync(sources).filter(name => name.endsWith('.txt')).map(name => folded(readFileSync(join(sources, name), 'utf8')))
let found = 0
let missing = 0
for (const path of readdirSync(course, { recursive: true }).map(String).filter(name => /\.(?:ya?ml|md|json)$/.test(name))) {
  const text = readFileSync(join(course, path), 'utf8')
  if (!path.endsWith('.yaml')) continue
  const value = parse(text)
  if (!/corpus[\\/]claims/.test(path)) continue
  for (const { evidence = [] } of Object.values(value)) for (const string of evidence ?? []) {
    if (articles.some(article => article.includes(folded(string)))) found++
    else missing++
  }
}
process.stdout.write(`${JSON.stringify({ found, missing })}\n`)
