// The keys this installation signs with (ES256), the same on all nodes: made on first use, one following the other every 30 days. A key is
// published a day before it signs, so that whoever verifies knows it; its private part is forgotten when the next one has taken over.
import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import type pg from 'pg'
import type { Secrets } from './secrets.ts'

export type KeySet = {
  /** Changes when another key signs, or keys came or went. */
  readonly version: string
  /** With their private parts; the first one signs. */
  readonly signing: readonly JWK[]
  /** Public parts: of keys to come, of the one that signs, and of those whose signatures may still be about. */
  readonly published: readonly JWK[]
}

export type SigningKeys = {
  readonly keySet: () => Promise<KeySet>
  /** A JWS by the key that signs now, with `kid`. The caller gives every claim, `iat` and `exp` included. */
  readonly sign: (claims: JWTPayload, typ: string) => Promise<string>
  /** Makes the next key when its time has come and forgets private parts that are over. */
  readonly rotate: () => Promise<void>
}

export const keyAlgorithm = 'ES256'
const signsForDays = 30
const publishedBeforeDays = 1
/** Private parts outlive their turn by this, for nodes whose memory is older. */
const graceHours = 1
/** Receipts are signed too, and looked at long after. */
const publishedAfterDays = 400
const rememberMs = 30_000

type Row = { kid: string; public_key: JWK; sealed: Buffer | null; signs_from: Date; now: Date }

export function openSigningKeys(pool: pg.Pool, secrets: Secrets): SigningKeys {
  let known: { readonly keySet: Promise<KeySet>; readonly until: number } | undefined
  const load = async () => {
    const rows = await read(pool)
    if (rows.some((row) => row.signs_from <= row.now)) return toKeySet(rows, secrets)
    await addKey(pool, secrets)
    return toKeySet(await read(pool), secrets)
  }
  const keySet = () => {
    if (known && performance.now() < known.until) return known.keySet
    const loading = load()
    known = { keySet: loading, until: performance.now() + rememberMs }
    loading.catch(() => {
      known = undefined
    })
    return loading
  }
  return {
    keySet,
    async sign(claims, typ) {
      const [key] = (await keySet()).signing
      if (!key?.kid) throw new Error('no key signs')
      return new SignJWT(claims).setProtectedHeader({ alg: keyAlgorithm, typ, kid: key.kid }).sign(await importJWK(key, keyAlgorithm))
    },
    async rotate() {
      await addKey(pool, secrets)
      await pool.query(
        `update signing_key k set sealed = null where sealed is not null and exists (
           select from signing_key next where next.signs_from > k.signs_from and next.signs_from < clock_timestamp() - make_interval(hours => $1))`,
        [graceHours],
      )
      known = undefined
    },
  }
}

async function read(pool: pg.Pool): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>(
    'select kid, public_key, sealed, signs_from, clock_timestamp() as now from signing_key order by signs_from desc',
  )
  return rows
}

/** Newest first, as read. */
function toKeySet(rows: readonly Row[], secrets: Secrets): KeySet {
  const published = rows.filter((_, index) => isPublished(rows, index))
  const usable = rows.filter(({ sealed }) => sealed !== null)
  const signing = [...usable.filter(isInTurn), ...usable.filter((row) => !isInTurn(row))].map((row) => openKey(row, secrets))
  return {
    version: [signing[0]?.kid, ...published.map(({ kid }) => kid)].join(' '),
    signing,
    published: published.map(({ kid, public_key }) => publicJwk(public_key, kid)),
  }
}

const isInTurn = ({ signs_from, now }: Row) => signs_from <= now

function isPublished(rows: readonly Row[], index: number): boolean {
  const row = rows[index]
  const next = rows[index - 1]
  return row !== undefined && (next === undefined || next.signs_from.getTime() > row.now.getTime() - publishedAfterDays * 86_400_000)
}

const publicJwk = (jwk: JWK, kid: string): JWK => ({ ...jwk, kid, use: 'sig', alg: keyAlgorithm })

const purpose = (kid: string) => `signing-key:${kid}`

function openKey({ kid, sealed }: Row, secrets: Secrets): JWK {
  return publicJwk(JSON.parse(secrets.open(sealed ?? Buffer.alloc(0), purpose(kid)).toString()) as JWK, kid)
}

/** Only if it is time: on an empty table at once, later a day before its turn. Of several nodes one makes it. */
async function addKey(pool: pg.Pool, secrets: Secrets): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(jwk)
  const sealed = secrets.seal(Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' }))), purpose(kid))
  const client = await pool.connect()
  try {
    await client.query('begin; lock table signing_key in share row exclusive mode')
    await client.query(
      `with newest as (select max(signs_from) as signs_from from signing_key)
       insert into signing_key (kid, public_key, sealed, signs_from)
       select $1, $2, $3, case when newest.signs_from is null then clock_timestamp()
         else greatest(newest.signs_from + make_interval(days => $4), clock_timestamp() + make_interval(days => $5)) end
       from newest where newest.signs_from is null or newest.signs_from < clock_timestamp() - make_interval(days => $4 - $5)`,
      [kid, JSON.stringify(jwk), sealed, signsForDays, publishedBeforeDays],
    )
    await client.query('commit')
  } catch (failure) {
    await client.query('rollback').catch(() => {})
    throw failure
  } finally {
    client.release()
  }
}
