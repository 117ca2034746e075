// What the OpenID provider remembers (oidc-provider's adapter), in PostgreSQL and for all nodes. Ids are tokens and codes: stored hashed, and
// the rest sealed, so that whoever reads the table can use nothing of it.

import type { Adapter, AdapterPayload } from 'oidc-provider'
import { errors } from 'oidc-provider'
import type pg from 'pg'
import { hashToken, type Secrets } from './secrets.ts'

export function oidcState(pool: pg.Pool, secrets: Secrets): (kind: string) => Adapter {
  return (kind) => {
    const sealedFor = (id: string) => `oidc:${kind}:${hashToken(id).toString('base64url')}`
    return {
      async upsert(id, { jti: _, ...payload }, expiresIn) {
        await pool.query(
          `insert into oidc_state (kind, id_hash, grant_hash, sealed, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))
           on conflict (kind, id_hash) do update set grant_hash = excluded.grant_hash, sealed = excluded.sealed, expires_at = excluded.expires_at`,
          [
            kind,
            hashToken(id),
            payload.grantId === undefined ? null : hashToken(payload.grantId),
            secrets.seal(Buffer.from(JSON.stringify(payload)), sealedFor(id)),
            expiresIn,
          ],
        )
      },
      async find(id) {
        const { rows } = await pool.query<{ sealed: Buffer; consumed_at: Date | null }>(
          'select sealed, consumed_at from oidc_state where kind = $1 and id_hash = $2 and expires_at > now()',
          [kind, hashToken(id)],
        )
        const [row] = rows
        if (!row) return undefined
        const payload = JSON.parse(secrets.open(row.sealed, sealedFor(id)).toString()) as AdapterPayload
        return { ...payload, jti: id, ...(row.consumed_at ? { consumed: row.consumed_at.getTime() / 1000 } : {}) }
      },
      /** Of two who show the same code at the same moment, one is told no. */
      async consume(id) {
        const { rowCount } = await pool.query(
          'update oidc_state set consumed_at = now() where kind = $1 and id_hash = $2 and consumed_at is null',
          [kind, hashToken(id)],
        )
        if (rowCount === 0) throw new errors.InvalidGrant('already consumed')
      },
      async destroy(id) {
        await pool.query('delete from oidc_state where kind = $1 and id_hash = $2', [kind, hashToken(id)])
      },
      async revokeByGrantId(grantId) {
        await pool.query('delete from oidc_state where grant_hash = $1', [hashToken(grantId)])
      },
      findByUid: () => Promise.reject(new Error(`${kind} is not found by uid`)),
      findByUserCode: () => Promise.reject(new Error(`${kind} is not found by user code`)),
    }
  }
}

export async function forgetOldState(pool: pg.Pool): Promise<void> {
  await pool.query("delete from oidc_state where expires_at < now() - interval '1 minute'")
}
