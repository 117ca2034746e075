// Persons with what they sign in with, organisations with members, and the mail they get, for tests.
import { expect, vi } from 'vitest'
import * as registered from './given-registered.ts'
import type { TestServer } from './server.ts'

export const { givenOrganisation, givenPerson } = registered

export type ReceivedMail = { readonly subject: string; readonly text: string }

/** The newest mail to this address, once there are that many. */
export async function mailTo({ mailbox }: TestServer, address: string, count = 1): Promise<ReceivedMail> {
  const [newest] = await vi.waitFor(
    async () => {
      const messages = await mailbox.list({ to: address })
      expect(messages.length).toBeGreaterThanOrEqual(count)
      return messages
    },
    { timeout: 20_000, interval: 25 },
  )
  const message = newest && (await mailbox.read(newest.id))
  if (!message) throw new Error(`there is no mail to ${address}`)
  return { subject: message.subject, text: message.text }
}

/** The newest mail to this address with this subject: others may arrive before or after it. */
export async function mailAbout({ mailbox }: TestServer, address: string, subject: string | RegExp): Promise<ReceivedMail> {
  const found = await vi.waitFor(
    async () => {
      const messages = await mailbox.list({ to: address })
      const message = messages.find((each) => (typeof subject === 'string' ? each.subject === subject : subject.test(each.subject)))
      expect(message, `among ${JSON.stringify(messages.map((each) => each.subject))}`).toBeDefined()
      return message
    },
    { timeout: 20_000, interval: 25 },
  )
  const message = found && (await mailbox.read(found.id))
  if (!message) throw new Error(`there is no such mail to ${address}`)
  return { subject: message.subject, text: message.text }
}

/** The newest mail to this address that says this: of two that leave in the same moment either one may come first. */
export async function mailSaying({ mailbox }: TestServer, address: string, words: string | RegExp, count = 1): Promise<ReceivedMail> {
  return vi.waitFor(
    async () => {
      const messages = await mailbox.list({ to: address })
      expect(messages.length).toBeGreaterThanOrEqual(count)
      for (const { id } of messages) {
        const message = await mailbox.read(id)
        if (message && (typeof words === 'string' ? message.text.includes(words) : words.test(message.text))) return message
      }
      throw new Error(`no mail to ${address} says ${words}, but: ${messages.map(({ subject }) => subject).join(', ')}`)
    },
    { timeout: 20_000, interval: 25 },
  )
}

const sixDigits = /(?<![\w-])(\d{6})(?![\w-])/

/** The six digits of the newest code that was sent to this address. */
export async function codeSentTo(server: TestServer, address: string, count = 1): Promise<string> {
  const { text } = await mailSaying(server, address, sixDigits, count)
  return sixDigits.exec(text)?.[1] ?? ''
}
