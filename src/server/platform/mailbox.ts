// The built-in mailbox: an SMTP server on the loopback that keeps what it is sent as files, for whoever has not set SMTP_URL.
// Addresses at `refused.example` are refused as a mail server refuses unknown ones.
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type MailboxStore, openMailboxStore } from './mailbox-store.ts'

export type Mailbox = MailboxStore & {
  /** Where to send to, as SMTP_URL would say it. */
  readonly smtpUrl: string
  readonly close: () => Promise<void>
}

const refusedDomain = 'refused.example'
const messageMaxBytes = 10 * 1024 * 1024

export async function openMailbox(directory: string): Promise<Mailbox> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const store = openMailboxStore(directory)
  const server = new SMTPServer({
    name: 'mailbox',
    size: messageMaxBytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(isRefused(address) ? unknownMailbox() : undefined),
    onData: (stream, session, done) => {
      keep(store, stream, session).then(() => done(), done)
    },
  })
  server.on('error', () => {}) // a client that hangs up in the middle
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { ...store, smtpUrl: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const isRefused = (address: string) => address.toLowerCase().endsWith(`@${refusedDomain}`)

const unknownMailbox = () => Object.assign(new Error('5.1.1 There is no such mailbox here'), { responseCode: 550 })

async function keep(store: MailboxStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  if (stream.sizeExceeded) throw Object.assign(new Error('The message is too large'), { responseCode: 552 })
  await store.add(
    Buffer.concat(chunks),
    session.envelope.rcptTo.map(({ address }) => address),
  )
}
