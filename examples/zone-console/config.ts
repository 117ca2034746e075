// Where this console is, where Prokura is, and what it signs in with there.

export type Config = {
  readonly port: number
  readonly host: string
  /** The origin people open. */
  readonly url: string
  readonly prokuraUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

export function readConfig(): Config {
  const { PORT = '4281', HOST = '127.0.0.1' } = process.env
  return {
    port: Number(PORT),
    host: HOST,
    url: new URL(process.env['CONSOLE_URL'] ?? `http://localhost:${PORT}`).origin,
    prokuraUrl: new URL(needed('PROKURA_URL', 'http://localhost:4280')).origin,
    clientId: needed('CLIENT_ID', 'as npm run console -- add shows it'),
    clientSecret: needed('CLIENT_SECRET', 'as npm run console -- add shows it, once'),
  }
}

function needed(name: string, example: string): string {
  const value = process.env[name]
  if (value) return value
  process.stderr.write(`Set ${name}, such as: ${example}\n`)
  process.exit(1)
}
