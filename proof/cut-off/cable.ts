// A cable between a node and its database: a socket that passes everything on, until it is frozen or cut.
import { createServer, connect as dial, type Socket } from 'node:net'
import path from 'node:path'
import type { DatabaseAddress } from '../../src/server/platform/pool.ts'

export type Cable = {
  readonly address: DatabaseAddress
  /** Nothing passes any more, in either direction, and nobody is told; new connections are taken and left alone. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Every connection is dropped, and no new one is taken. */
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function lay(database: DatabaseAddress, directory: string): Promise<Cable> {
  if (database.kind !== 'embedded') throw new Error('the cable goes to an embedded database')
  const pairs = new Set<readonly [Socket, Socket]>()
  let frozen = false
  let isCut = false
  const server = createServer({ pauseOnConnect: true }, (near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = dial(path.join(database.socketDirectory, '.s.PGSQL.5432'))
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    near.on('data', (data) => far.write(data))
    far.on('data', (data) => near.write(data))
    if (frozen) for (const socket of pair) socket.pause()
    else near.resume()
  })
  await new Promise<void>((resolve) => server.listen(path.join(directory, '.s.PGSQL.5432'), resolve))
  const all = (act: (socket: Socket) => void) => {
    for (const pair of pairs) for (const socket of pair) act(socket)
  }
  return {
    address: { ...database, socketDirectory: directory },
    freeze() {
      frozen = true
      all((socket) => socket.pause())
    },
    thaw() {
      frozen = false
      all((socket) => socket.resume())
    },
    cut() {
      isCut = true
      all((socket) => socket.destroy())
    },
    mend() {
      isCut = false
    },
    close() {
      all((socket) => socket.destroy())
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
