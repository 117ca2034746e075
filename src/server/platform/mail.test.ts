import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../../tests/temporary-directory.ts'
import { type Message, openMailer } from './mail.ts'
import { isMailAddress } from './mail-address.ts'
import { openMailbox } from './mailbox.ts'

const directory = givenTemporaryDirectory()
const mailbox = await openMailbox(directory)
const mailer = openMailer({ smtpUrl: mailbox.smtpUrl, from: 'Prokura <no-reply@prokura.example>' })
afterAll(async () => {
  mailer.close()
  await mailbox.close()
})

const message: Message = {
  id: '0193-abc',
  to: 'buero@zuercher.example',
  subject: 'Alpweb AG möchte Ihnen helfen',
  text: 'Grüezi\nhttps://prokura.example/r/abc\n',
  html: '<p style="color:red">Grüezi</p>',
  language: 'de',
}

test('a message arrives with its umlauts, its stable id and as made by a machine', async () => {
  expect(await mailer.send(message)).toEqual({ kind: 'sent' })
  const [summary] = await mailbox.list({ to: 'ZUERCHER' })
  expect(summary).toMatchObject({ to: message.to, subject: message.subject })
  const stored = await mailbox.read(summary?.id ?? '')
  expect(stored).toMatchObject({ text: expect.stringContaining('Grüezi'), html: expect.stringContaining('Grüezi') })
  const headers = Object.fromEntries((stored?.headers ?? []).map(({ name, value }) => [name, value]))
  expect(headers).toMatchObject({
    'Message-ID': '<0193-abc@prokura.example>',
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'de',
  })
  expect(readdirSync(directory).every((name) => name.endsWith('.eml'))).toBe(true)
})

test('a mailbox that does not exist refuses for good, without a message being kept', async () => {
  expect(await mailer.send({ ...message, to: 'niemand@refused.example' })).toMatchObject({ kind: 'refused' })
  expect(await mailbox.list({ to: 'refused.example' })).toEqual([])
})

test('a mail server that is away has failed for now', async () => {
  const away = openMailer({ smtpUrl: 'smtp://127.0.0.1:9', from: 'no-reply@prokura.example' })
  expect(await away.send(message)).toMatchObject({ kind: 'failed' })
  away.close()
})

test('a mail server that is busy (421) has failed for now', async () => {
  const busy = createServer((socket) => socket.end('421 try later\r\n'))
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve))
  const { port } = busy.address() as { port: number }
  const caller = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'no-reply@prokura.example' })
  expect(await caller.send(message)).toMatchObject({ kind: 'failed' })
  caller.close()
  await new Promise((resolve) => busy.close(resolve))
})

test('a subject cannot become a header or a second recipient', async () => {
  const subject = 'Hallo\r\nBcc: alle@zuercher.example\u2028X-Evil: 1'
  expect(await mailer.send({ ...message, to: 'one@zuercher.example', subject })).toEqual({ kind: 'sent' })
  const [summary] = await mailbox.list({ to: 'one@' })
  const stored = await mailbox.read(summary?.id ?? '')
  expect(summary?.subject).toBe('Hallo Bcc: alle@zuercher.example X-Evil: 1')
  expect(stored?.headers.map(({ name }) => name.toLowerCase())).not.toEqual(expect.arrayContaining(['bcc']))
  expect(await mailbox.list({ to: 'alle@' })).toEqual([])
})

test.each([
  'anna@alpweb.example\r\nBcc: x@y.example',
  'anna@alpweb.example\u2028',
  'anna@alpweb.example, x@y.example',
  'team: anna@alpweb.example;',
  '"anna keller"@alpweb.example',
  'anna(comment)@alpweb.example',
  'Anna <anna@alpweb.example>',
  'anna@[127.0.0.1]',
  'anna@127.0.0.1',
  'anna@localhost',
  'anna..keller@alpweb.example',
  '.anna@alpweb.example',
  'anna@-alpweb.example',
  'anna@@alpweb.example',
  'a\0nna@alpweb.example',
  '',
  '@alpweb.example',
  `${'a'.repeat(65)}@alpweb.example`,
])('%j is not an address that mail goes to', async (to) => {
  expect(isMailAddress(to)).toBe(false)
  expect(await mailer.send({ ...message, to })).toMatchObject({ kind: 'refused' })
})

test.each(["o'neill+test@alpweb.example", 'a@b.ch', 'müller@zürcher.example', 'info@zürcher.example'])(
  '%s is judged by its mailbox name',
  (to) => {
    expect(isMailAddress(to)).toBe(!to.startsWith('müller'))
  },
)
