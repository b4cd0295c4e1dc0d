// What a page fetches while an author is at work, of a course in a folder of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AddressInfo } from 'node:net'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { coursePlugin } from './plugin.ts'

let root: string
let server: ViteDevServer
let origin: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'course-'))
  cpSync(fileURLToPath(new URL('../../tests/tiny-course', import.meta.url)), root, { recursive: true })
  server = await createServer({ configFile: false, root, plugins: [coursePlugin({ root })], server: { port: 0, host: 'localhost' }, logLevel: 'silent', optimizeDeps: { noDiscovery: true } })
  await server.listen()
  origin = `http://localhost:${(server.httpServer!.address() as AddressInfo).port}`
}, 30_000)
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})
const asked = async (name: string) => {
  const response = await fetch(`${origin}/${name}.json`)
  return { status: response.status, text: await response.text() }
}

it.each([['data/ferry.en', '"lecture":"ferry"'], ['keys/ferry.zh', '"solution"'], ['diagrams/ferry.en', '{'], ['course/overview.zh', '"lectures"']])('%s is made when it is asked for', async (name, holds) => {
  const { status, text } = await asked(name)
  expect(status).toBe(200)
  expect(text).toContain(holds)
})
it.each(['data/nobody.en', 'data/ferry.ru', 'keys/ferry'])('%s is not there', async name => expect((await asked(name)).status).not.toBe(200))
it('a text that changed is there at the next request', async () => {
  const path = join(root, 'corpus/course.yaml')
  const before = readFileSync(path, 'utf8')
  expect((await asked('course/overview.en')).text).not.toContain('changed by its author')
  writeFileSync(path, before.replace(/(title:\s*\{\s*en:\s*)[^,]*/, '$1changed by its author'))
  expect((await asked('course/overview.en')).text).toContain('changed by its author')
})
