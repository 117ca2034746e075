// The messages of the built-in mailbox, one file each, the newest first and not more than it can hold.
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type AddressObject, simpleParser } from 'mailparser'

export type MessageSummary = {
  readonly id: string
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly receivedAt: Date
}

export type StoredMessage = MessageSummary & {
  readonly text: string
  readonly html: string | undefined
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

export type MailboxStore = {
  readonly add: (raw: Buffer, recipients: readonly string[]) => Promise<void>
  /** `to` is any part of the recipient's address. */
  readonly list: (wanted?: { readonly to?: string; readonly limit?: number }) => Promise<readonly MessageSummary[]>
  readonly read: (id: string) => Promise<StoredMessage | undefined>
}

const kept = 2_000
const idPattern = /^\d{15}-[0-9a-f]{12}$/

export function openMailboxStore(directory: string): MailboxStore {
  const ids = readdirSync(directory)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -4))
    .toSorted()
  const summaries = new Map<string, MessageSummary>()
  const fileOf = (id: string) => path.join(directory, `${id}.eml`)

  const read = async (id: string) => {
    if (!idPattern.test(id)) return undefined
    const raw = await readFile(fileOf(id)).catch(() => undefined)
    return raw === undefined ? undefined : parse(id, raw)
  }
  const summary = async (id: string) => {
    const known = summaries.get(id) ?? (await read(id))
    if (known === undefined) return undefined
    const { to, from, subject, receivedAt } = known
    summaries.set(id, { id, to, from, subject, receivedAt })
    return summaries.get(id)
  }
  return {
    read,
    async add(raw, recipients) {
      const id = `${String(Date.now()).padStart(15, '0')}-${randomBytes(6).toString('hex')}`
      const fresh = path.join(directory, `${id}.new`)
      await writeFile(fresh, Buffer.concat([Buffer.from(`X-Envelope-To: ${recipients.join(', ')}\r\n`), raw]), { mode: 0o600 })
      await rename(fresh, fileOf(id))
      ids.push(id)
      for (const old of ids.splice(0, Math.max(0, ids.length - kept))) {
        summaries.delete(old)
        await rm(fileOf(old), { force: true })
      }
    },
    async list({ to = '', limit = 100 } = {}) {
      const found: MessageSummary[] = []
      for (const id of ids.toReversed()) {
        const message = await summary(id)
        if (message?.to.toLowerCase().includes(to.trim().toLowerCase())) found.push(message)
        if (found.length === limit) break
      }
      return found
    },
  }
}

async function parse(id: string, raw: Buffer): Promise<StoredMessage> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true })
  const envelope = mail.headers.get('x-envelope-to')
  return {
    id,
    to: typeof envelope === 'string' ? envelope : addressesOf(mail.to),
    from: mail.from?.text ?? '',
    subject: mail.subject ?? '',
    receivedAt: new Date(Number(id.slice(0, 15))),
    text: mail.text ?? '',
    html: mail.html === false ? undefined : mail.html,
    headers: mail.headerLines
      .filter(({ key }) => key !== 'x-envelope-to')
      .map(({ line }) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() })),
  }
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string {
  return [to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
}
