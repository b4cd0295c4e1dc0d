// npm run verify -- --json   =>   node bootstrap.mjs verify --json   =>   this   =>   commands/verify.ts
import process from 'node:process'
import { main } from './commands.ts'

// `… | head` closes the pipe when it has seen enough: that is no error of ours.
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2))
