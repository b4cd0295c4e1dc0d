// npm run verify -- --json   =>   node bootstrap.mjs verify --json   =>   this   =>   commands/verify.ts
import process from 'node:process'
import { main } from './commands.ts'

process.exitCode = await main(process.argv.slice(2))
