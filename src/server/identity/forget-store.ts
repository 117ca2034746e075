// What signing in leaves behind and nobody needs any more: used and lapsed codes and challenges, unfinished sign-ins, sessions long over. Runs as prokura_sign_in.
import type pg from 'pg'

export async function forgetOldSignIns(pool: pg.Pool): Promise<void> {
  await pool.query("delete from sign_in_code where expires_at < now() - interval '1 day'")
  await pool.query("delete from pending_sign_in where expires_at < now() - interval '1 day'")
  await pool.query('delete from passkey_challenge where expires_at < now()')
  await pool.query("delete from session where coalesce(ended_at, expires_at) < now() - interval '90 days'")
}
