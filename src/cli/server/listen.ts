import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { CannotRun } from '../console.ts'

/**
 * Listens on `localhost` at `wanted`, or at the next free port of the twenty after it. `passedOver` holds the taken ones.
 * A port counts as taken when either of the addresses a browser tries for "localhost" is.
 */
export async function listenFrom(server: Server, wanted: number): Promise<{ port: number, passedOver: number[] }> {
  const passedOver: number[] = []
  for (let port = wanted; port <= Math.min(wanted + 20, 65535); port++) {
    if (await isFree(port, '127.0.0.1') && await isFree(port, '::1') && await listens(server, port)) return { port, passedOver }
    passedOver.push(port)
  }
  throw new CannotRun(`Ports ${passedOver[0]} to ${passedOver.at(-1)} are all taken. Name another: --port 4000`)
}

const isFree = (port: number, host: string) => new Promise<boolean>(resolve => {
  const probe = createServer()
  // A machine without IPv6 has nobody on ::1 either.
  probe.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'))
  probe.listen(port, host, () => probe.close(() => resolve(true)))
})

const listens = (server: Server, port: number) => new Promise<boolean>((resolve, reject) => {
  const failed = (error: NodeJS.ErrnoException) => ['EADDRINUSE', 'EACCES'].includes(error.code ?? '') ? resolve(false) : reject(error)
  server.once('error', failed)
  server.listen(port, 'localhost', () => { server.off('error', failed); resolve(true) })
})

/** A port that is free now, on the address that `localhost` means. */
export const freePort = () => new Promise<number>((resolve, reject) => {
  const probe = createServer()
  probe.on('error', reject)
  probe.listen(0, 'localhost', () => {
    const address = probe.address()
    probe.close(() => typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free')))
  })
})

/** `--port 3030`; anything else is a letter. */
export function readPort(given: string): number {
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new CannotRun(`--port: read "${given}", expected a number from 1 to 65535.`)
  return port
}
