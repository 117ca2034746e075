// What the operator may set, read once from the environment and checked, with an error that names the variable and the mend.
import path from 'node:path'
import { z } from 'zod'
import { standardGraceDays } from '../domain/partnership/payer-fallback.ts'
import { OperatorError } from './platform/operator-error.ts'

export const defaultPort = 4280

export type Config = {
  readonly port: number
  /** False when the operator chose the port: then a taken port is named with that choice. */
  readonly portIsDefault: boolean
  readonly host: string
  readonly dataDirectory: string
  readonly databaseUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly publicUrl: string
  /**
   * The built-in mailbox holds everybody's links and codes. Where people come from outside nobody reads it over HTTP: proxies ask as if they
   * were this machine. It opens to other machines only where the operator opened all of it to them, to try it.
   */
  readonly mailboxFor: 'nobody' | 'this_machine' | 'everybody'
  /** The demo story is told in an empty database that nobody reaches from outside under an address of its own. */
  readonly demo: boolean
  readonly mailFrom: string
  /** What the provider is called: nobody else may be called so. */
  readonly providerNames: readonly string[]
  /** Who reads reports about partners; nobody by mail when it is not set. */
  readonly operatorEmail: string | undefined
  /** Mails a second that this node sends at most. */
  readonly mailRate: number
  /** How long after the end of a partnership a customer has before it pays what its partner paid. */
  readonly graceDays: number
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  readonly secretKey: string | undefined
  /** A file with the operator's own product families. */
  readonly catalogue: string | undefined
}

export class ConfigError extends OperatorError {}

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .optional(),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  PUBLIC_URL: url(['http:', 'https:'])
    .refine((value) => isOrigin(value))
    .transform((value) => new URL(value).origin)
    .optional(),
  DEMO: z.enum(['yes', 'no']).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>"]*<?[^\s<>@"]+@[^\s<>@"]+>?$/)
    .optional(),
  PROVIDER_NAME: z
    .string()
    .regex(/^[^\p{Cc}]{1,80}$/u)
    .optional(),
  OPERATOR_EMAIL: z.email().optional(),
  MAIL_RATE: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((rate) => rate > 0)
    .default(10),
  GRACE_DAYS: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .default(standardGraceDays),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
  CATALOGUE: z.string().optional(),
})

const mends: Readonly<Record<keyof z.infer<typeof environment>, string>> = {
  PORT: 'a number from 0 to 65535, such as 4280 (0 takes a free one)',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'a directory, such as .data',
  DATABASE_URL: 'a PostgreSQL address, such as postgres://user:password@host:5432/prokura',
  SMTP_URL: 'a mail server, such as smtps://user:password@host:465',
  PUBLIC_URL: 'the address people open, without a path, such as https://prokura.example',
  DEMO: 'yes or no: whether an empty database is filled with the demo story',
  MAIL_FROM: 'a sender, such as Prokura <no-reply@prokura.example>',
  PROVIDER_NAME: 'what you are called, such as Muster Hosting AG',
  OPERATOR_EMAIL: 'an address that reads reports about partners, such as operator@prokura.example',
  MAIL_RATE: 'how many mails a second a node sends at most, such as 10',
  GRACE_DAYS: 'a number of days, such as 30',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  CATALOGUE: 'a file with your own product families, such as catalogue.json',
  SECRET_KEY: '64 hexadecimal digits, as made by: openssl rand -hex 32',
}

/** An empty variable counts as not set. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([name, value]) => name in mends && value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path: [name] }) => complaint(name as keyof typeof mends)).join('\n'))
  const values = parsed.data
  const port = values.PORT ?? defaultPort
  const publicUrl = values.PUBLIC_URL ?? `http://${addressOf(values.HOST)}:${port}`
  return {
    port,
    portIsDefault: values.PORT === undefined,
    host: values.HOST,
    dataDirectory: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    publicUrl,
    mailboxFor: mailboxFor(values.PUBLIC_URL, values.HOST),
    demo: values.DEMO === undefined ? isLoopback(new URL(publicUrl).hostname) : values.DEMO === 'yes',
    mailFrom: values.MAIL_FROM ?? 'Prokura <no-reply@prokura.example>',
    providerNames: ['Prokura', ...(values.PROVIDER_NAME === undefined ? [] : [values.PROVIDER_NAME])],
    operatorEmail: values.OPERATOR_EMAIL ?? (isLoopback(new URL(publicUrl).hostname) ? 'operator@prokura.example' : undefined),
    mailRate: values.MAIL_RATE,
    graceDays: values.GRACE_DAYS,
    logLevel: values.LOG_LEVEL,
    secretKey: values.SECRET_KEY,
    catalogue: values.CATALOGUE === undefined ? undefined : path.resolve(values.CATALOGUE),
  }
}

/** The same settings with the port that was found free, for PORT=0. */
export function withPort(config: Config, port: number): Config {
  const url = new URL(config.publicUrl)
  return { ...config, port, publicUrl: url.port === String(config.port) ? `${url.protocol}//${url.hostname}:${port}` : config.publicUrl }
}

/** What to say when the port cannot be listened on. */
export function portTaken({ port, portIsDefault }: Config): ConfigError {
  const chosen = portIsDefault ? 'set PORT to a free one, as in: PORT=4281 npm start' : 'set PORT to another one'
  return new ConfigError(`Port ${port} is taken: ${chosen}`)
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

function mailboxFor(publicUrl: string | undefined, host: string): Config['mailboxFor'] {
  if (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)) return 'nobody'
  return publicUrl !== undefined || isLoopback(host) ? 'this_machine' : 'everybody'
}

/** The value may be a secret, so it is not repeated. */
const complaint = (name: keyof typeof mends) => `${name} is not usable: set it to ${mends[name]}`

/** This machine goes by its name: passkeys belong to a name, never to a number (Web Authentication, 5.1.3). */
function addressOf(host: string): string {
  if (host === '0.0.0.0' || host === '::' || isLoopback(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function url(protocols: readonly string[]) {
  return z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { pathname, search, hash, username } = new URL(value)
  return pathname === '/' && search === '' && hash === '' && username === ''
}
