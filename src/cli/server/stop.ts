import process from 'node:process'

/** Resolves at Ctrl-C, or when the terminal goes. A second Ctrl-C does not wait for anything. */
export const untilStopped = () => new Promise<void>(resolve => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(130))
      resolve()
    })
  }
})
