// Hears NOTIFY on a connection of its own and opens it again when it is lost. Only a hint: who listens also looks from time to time.
import pg from 'pg'
import { asRole, type DatabaseAddress } from './pool.ts'

const againAfterMs = 2_000

/** Answers with how to stop. `heard` is also called after each (re)connection, since something may have been missed. */
export function listen(address: DatabaseAddress, channel: string, heard: (payload: string) => void): () => Promise<void> {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    client = undefined
    if (!stopped && timer === undefined) timer = setTimeout(connect, againAfterMs)
  }
  const connect = () => {
    timer = undefined
    const fresh = new pg.Client({ ...asRole(address, 'prokura_system'), keepAlive: true })
    client = fresh
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    fresh
      .connect()
      .then(() => fresh.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => heard(''), again)
  }
  connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}
