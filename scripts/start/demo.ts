// The demo story, told into an empty database, and what to say about it: who can sign in.
import type { Config } from '../../src/server/config.ts'
import { type DatabaseAddress, openPool } from '../../src/server/platform/pool.ts'

type SignIn = { readonly email: string; readonly password: string; readonly name: string; readonly description: string }
type Demo = {
  readonly seedDemo: (config: Config, address: DatabaseAddress) => Promise<void>
  /** In the order in which they are shown at the start. */
  readonly demoSignIns: (config: Config) => readonly SignIn[]
}

export async function seedDemo(config: Config, address: DatabaseAddress): Promise<void> {
  await (await loadDemo()).seedDemo(config, address)
}

/** Only those who are in this database. */
export async function describeDemo(config: Config, address: DatabaseAddress): Promise<readonly string[]> {
  const signIns = (await loadDemo()).demoSignIns(config)
  const there = await knownEmails(
    address,
    signIns.map(({ email }) => email),
  )
  const shown = signIns.filter(({ email }) => there.has(email))
  const width = Math.max(0, ...shown.map(({ email }) => email.length))
  const lines = shown.map(({ email, password, name, description }) => `  ${email.padEnd(width)}  ${password}   ${name}, ${description}`)
  return lines.length === 0 ? [] : ['', 'Sign in as', ...lines, '']
}

async function knownEmails(address: DatabaseAddress, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const pool = openPool(address, 'prokura_system', { max: 1 })
  try {
    const { rows } = await pool.query<{ email: string }>('select email from person where email = any($1)', [emails])
    return new Set(rows.map(({ email }) => email))
  } finally {
    await pool.end()
  }
}

async function loadDemo(): Promise<Demo> {
  return (await import(new URL('../../src/server/demo/seed.ts', import.meta.url).href)) as Demo
}
