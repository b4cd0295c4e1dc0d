// What stands between a stranger and the course: an old Node, a folder with an odd name, a clone by Git for Windows.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const bootstrap = join(root, 'bootstrap.mjs')
const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

describe('Node 12 can parse bootstrap.mjs, so that it says which Node is wanted', () => {
  /** 2020 for `import()` and `import.meta`, which Node 12 knows as well; what came after, and what of 2020 came later to Node, is forbidden. */
  const faults = (text: string) => new Linter().verify(text, [{
    files: ['**/*.mjs'], languageOptions: { ecmaVersion: 2020, sourceType: 'module' },
    rules: { 'no-restricted-syntax': ['error', 'ChainExpression', 'LogicalExpression[operator="??"]', 'ImportDeclaration[source.value=/^node:/]'] },
  }], 'bootstrap.mjs').map(({ line, message }) => `${line}: ${message}`)
  const text = readFileSync(bootstrap, 'utf8')
  it('as it is', () => expect(faults(text)).toEqual([]))
  it.each([
    ['await outside a function', 'await import("./a.mjs")'],
    ['??', 'const a = process.argv[9] ?? 1'],
    ['?.', 'process.argv[9]?.length'],
    ['??=', 'let a; a ??= 1'],
    ['an import by node:', 'import "node:fs"'],
  ])('not with %s', (_what, line) => expect(faults(`${text}\n${line}\n`)).toHaveLength(1))
})

describe('a folder whose name no address can hold is refused by name', () => {
  it.each([['C# course', '#'], ['100% course', '%'], ['why?', '?']])('%s', (name, sign) => {
    mkdirSync(join(folder, name))
    copyFileSync(bootstrap, join(folder, name, 'bootstrap.mjs'))
    const { status, stderr } = spawnSync(process.execPath, ['bootstrap.mjs', 'verify'], { cwd: join(folder, name), encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`has a "${sign}" in its name`) as string })
    expect(stderr.split('\n').filter(Boolean)).toHaveLength(1)
  })
  it('a folder with blanks, brackets, Chinese and & is not', () => {
    const name = '我的 课程（走廊 & 大国）'
    mkdirSync(join(folder, name))
    copyFileSync(bootstrap, join(folder, name, 'bootstrap.mjs'))
    expect(spawnSync(process.execPath, ['bootstrap.mjs', 'verify'], { cwd: join(folder, name), encoding: 'utf8' }).stderr).toContain('is this the whole repository?')
  })
})
