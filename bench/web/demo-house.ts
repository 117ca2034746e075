// The demo story behind a server of its own, with people who are signed in and a request that a new customer has just opened by an emailed code.
import { v7 } from 'uuid'
import { type ProofDatabase, withDatabase } from '../../proof/database.ts'
import { buildWeb } from '../../scripts/start/built-web.ts'
import { seedDemo } from '../../scripts/start/demo.ts'
import { withFreePort } from '../../scripts/start/free-port.ts'
import { readConfig } from '../../src/server/config.ts'
import { startServer } from '../../src/server/main.ts'
import { hashToken, randomToken } from '../../src/server/platform/secrets.ts'

export type DemoHouse = {
  readonly url: string
  /** A session of that person. */
  readonly signIn: (email: string) => Promise<string>
  readonly idOf: (organisation: string) => Promise<string>
  /** The path of a request that has not been answered, as the mail to this address has it. */
  readonly request: (asker: string, customerNumber: string, asked: string) => Promise<string>
  readonly numberOf: (organisation: string) => Promise<string>
}

export async function withDemoHouse<T>(work: (house: DemoHouse) => Promise<T>): Promise<T> {
  await buildWeb(console.log)
  return withDatabase(
    async (database) => {
      const set = { PORT: '0', DATA_DIR: database.directory, LOG_LEVEL: 'error', MAIL_RATE: '1000' }
      const config = await withFreePort(readConfig(set))
      await seedDemo(config, database.address)
      const server = await startServer(config, database.address)
      try {
        return await work(houseOf(database, server))
      } finally {
        await server.stop()
      }
    },
    { durable: false },
  )
}

function houseOf({ owner }: ProofDatabase, { url, mailbox }: Awaited<ReturnType<typeof startServer>>): DemoHouse {
  const one = async (sql: string, values: readonly unknown[]): Promise<string> => {
    const { rows } = await owner.query<{ found: string }>(sql, [...values])
    if (!rows[0]) throw new Error(`the demo has no row for ${sql} with ${String(values)}`)
    return rows[0].found
  }
  const idOf = (organisation: string) => one('select id as found from organisation where name = $1', [organisation])
  return {
    url,
    idOf,
    numberOf: (organisation) => one('select number as found from organisation where name = $1', [organisation]),
    signIn: async (email) => {
      const token = randomToken()
      await owner.query(
        `insert into session (id, person_id, token_hash, strength, authenticated_at, started_at, seen_at, expires_at)
         select $1, id, $2, 'two_factors', now(), now(), now(), now() + interval '8 hours' from person where email = $3`,
        [v7(), hashToken(token), email],
      )
      return token
    },
    request: async (asker, customerNumber, asked) => {
      const body = { who: { customerNumber, language: 'de' }, what: { preset: 'full' }, terms }
      const response = await fetch(`${url}/api/o/${await idOf('Webwerk GmbH')}/requests`, {
        method: 'POST',
        headers: { cookie: `__Host-session=${asker}`, 'content-type': 'application/json', 'idempotency-key': v7() },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`the request was refused: ${await response.text()}`)
      return linkIn(mailbox, asked)
    },
  }
}

const terms = { startsOn: null, end: { kind: 'none' }, payer: 'customer', paymentMethodId: null, spendingLimit: null }

/** The newest mail to this address with the link of a request. */
async function linkIn(mailbox: Awaited<ReturnType<typeof startServer>>['mailbox'], to: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    for (const { id } of (await mailbox?.list({ to })) ?? []) {
      const link = /\/r\/[\w-]{20,}/.exec((await mailbox?.read(id))?.text ?? '')
      if (link) return link[0]
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no mail with the link of the request arrived')
}
