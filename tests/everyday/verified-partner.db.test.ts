// Everyday case: a firm applies, proves its domain, and is verified by the operator; it changes its name; a look-alike is kept out; a year passes.
import { createSocket, type Socket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { nameOperator } from '../../src/server/operator/name-first-operator.ts'
import { openPublished } from '../../src/server/platform/published.ts'
import { givenCaller } from '../given-caller.ts'
import { givenOrganisation, givenPerson, mailAbout } from '../given-people.ts'
import { asked, givenActive, givenCustomer, requestTo } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const texts = new Map<string, string>()
const files = new Map<string, string>()
const names = await nameServer(texts)
const website = await webServer(files)
const published = openPublished({
  nameServers: [`127.0.0.1:${names.port}`],
  isAllowed: (address) => address === '127.0.0.1',
  plainPort: website.port,
  timeoutMs: 2_000,
})
const server = await givenServer({ published })
const { owner } = server.database

const petra = await givenPerson(server, { name: 'Petra Frei', email: 'petra@gmail.example', password: 'a long enough password of Petra' })
const alpweb = await givenOrganisation(server, { name: 'Alpweb', members: [[petra, 'legal_representative']] })
const asPetra = await givenCaller(server, petra)
const nora = await givenPerson(server, {
  name: 'Nora Imhof',
  email: 'nora@provider.example',
  totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
})
await nameOperator(server.server.house.pools.system, 'nora@provider.example')
const asNora = await givenCaller(server, nora)
const at = `/o/${alpweb}/partner-application`

const firm = {
  ...{ legalName: 'Alpweb AG', country: 'CH', city: 'Olten', registerNumber: 'CHE-123.456.788' },
  ...{ domain: 'alpweb.example', contactEmail: 'kontakt@alpweb.example' },
}
type Shown = {
  application: { id: string; proof: string | null; state: string }
  toProve: { text: string }
  isEnrolled: boolean
  verified: object | null
}
const shown = async (path = at, as = asPetra) => (await as.get(path)).body as unknown as Shown
const proven = (path = at, as = asPetra) =>
  vi.waitFor(async () => expect((await shown(path, as)).application.proof).not.toBeNull(), { timeout: 20_000, interval: 50 })
const decide = async (id: string, act: 'verify' | 'refuse', body: object) =>
  asNora.send('POST', `/operator/applications/${id}/${act}`, body)
const ask = (right: string, email: string) =>
  asPetra.send('POST', `/o/${alpweb}/requests`, requestTo({ email }, { rights: [asked(right)] }))

describe('a firm becomes a verified partner', () => {
  test('it applies with what stands in the register; a wrong digit shows', async () => {
    expect((await asPetra.send('POST', at, { ...firm, registerNumber: 'CHE-123.456.789' })).body['code']).toBe('invalid_register_number')
    expect((await asPetra.send('POST', at, { ...firm, domain: 'nas.local' })).body['code']).toBe('invalid_domain')
    expect((await asPetra.send('POST', at, firm)).status).toBe(200)
    expect((await asPetra.send('POST', at, firm)).body['code']).toBe('already_open')
  })

  test('meanwhile it may ask, but for nothing sensitive', async () => {
    expect((await shown()).isEnrolled).toBe(true)
    expect((await ask('domain.view', 'one@customer.example')).body['state']).toBe('sent')
    expect((await ask('mail.content', 'two@customer.example')).body['code']).toBe('partner_not_verified')
  })

  test('the operator cannot verify what is not proven', async () => {
    const { application } = await shown()
    expect((await decide(application.id, 'verify', { acknowledged: true })).body['code']).toBe('domain_not_proven')
  })

  test('the text in its DNS proves the domain', async () => {
    texts.set('alpweb.example', (await shown()).toProve.text)
    expect((await asPetra.send('POST', `${at}/check`, {})).status).toBe(200)
    await proven()
    expect((await shown()).application.proof).toBe('dns')
  })

  test('the operator verifies it for a year, and it may ask for everything', async () => {
    const { application } = await shown()
    expect((await decide(application.id, 'verify', { acknowledged: false })).status).toBe(200)
    expect((await shown()).verified).toMatchObject({ legalName: 'Alpweb AG', domain: 'alpweb.example', isOver: false })
    expect((await ask('mail.content', 'three@customer.example')).body['state']).toBe('sent')
    await mailAbout(server, 'petra@gmail.example', 'Your partner verification: verified')
    expect((await decide(application.id, 'refuse', { reason: 'late' })).body['code']).toBe('already_answered')
  })
})

describe('who could be taken for it', () => {
  test('waits for the operator before a first request, and is verified only by somebody who compared', async () => {
    const mallory = await givenPerson(server, { name: 'Mallory', email: 'mallory@aIpweb.example', password: 'a long enough password of M' })
    const other = await givenOrganisation(server, { name: 'AIpweb GmbH', members: [[mallory, 'legal_representative']] })
    const asMallory = await givenCaller(server, mallory)
    const theirs = `/o/${other}/partner-application`
    const claimed = { ...firm, legalName: 'AIpweb GmbH', registerNumber: 'CHE-234.567.895', domain: 'aipweb.example' }
    expect((await asMallory.send('POST', theirs, claimed)).status).toBe(200)
    const { application, isEnrolled, toProve } = await shown(theirs, asMallory)
    expect(isEnrolled).toBe(false)
    expect((await asMallory.send('POST', `/o/${other}/requests`, requestTo({ email: 'x@customer.example' }))).body['code']).toBe(
      'not_entitled',
    )
    files.set('aipweb.example', `${toProve.text}\n`)
    expect((await asMallory.send('POST', `${theirs}/check`, {})).status).toBe(200)
    await proven(theirs, asMallory)
    expect((await shown(theirs, asMallory)).application.proof).toBe('file')
    const seen = (await asNora.get(`/operator/applications/${application.id}`)).body
    expect(seen['lookAlikes']).toMatchObject([{ name: 'Alpweb AG', how: 'same' }])
    expect((await decide(application.id, 'verify', { acknowledged: false })).body['code']).toBe('look_alike')
    expect((await decide(application.id, 'refuse', { reason: 'The name is taken for Alpweb AG.' })).status).toBe(200)
    await mailAbout(server, 'mallory@aIpweb.example', 'Your partner verification: refused')
  })
})

describe('the partner changes its name', () => {
  test('customers see the old one until the new one is verified, then both, and are told', async () => {
    const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
    await givenActive(server, { alpweb, petra: asPetra }, beck)
    expect((await asPetra.send('POST', at, { ...firm, legalName: 'Bergweb AG' })).status).toBe(200)
    const partnerSeen = async () =>
      ((await beck.ruth.get(`/o/${beck.id}/partnerships`)).body['partnerships'] as { partner: { name: string } }[])[0]?.partner
    expect(await partnerSeen()).toMatchObject({ name: 'Alpweb AG' })
    const { toProve } = await shown()
    texts.set('alpweb.example', toProve.text)
    await asPetra.send('POST', `${at}/check`, {})
    await proven()
    const { application } = await shown()
    expect((await decide(application.id, 'verify', { acknowledged: true })).status).toBe(200)
    expect(await partnerSeen()).toMatchObject({ name: 'Bergweb AG', formerName: 'Alpweb AG' })
    const told = await vi.waitFor(
      async () => {
        const [newest] = await server.mailbox.list({ to: 'ruth@beck.example' })
        expect(newest?.subject).toBe('Alpweb AG is now Bergweb AG')
        return newest
      },
      { timeout: 20_000, interval: 50 },
    )
    expect(told).toBeDefined()
    const kinds = ((await beck.ruth.get(`/o/${beck.id}/activity`)).body['entries'] as { kind: string }[]).map(({ kind }) => kind)
    expect(kinds).toContain('partner.renamed')
  })
})

describe('a year later', () => {
  test('it still serves its customers, and asks for nothing sensitive until it is verified anew', async () => {
    await owner.query("update organisation set verified_until = now() - interval '1 second' where id = $1", [alpweb])
    expect((await shown()).verified).toMatchObject({ isOver: true })
    expect((await ask('mail.content', 'four@customer.example')).body['code']).toBe('partner_not_verified')
    expect((await ask('domain.view', 'five@customer.example')).body['state']).toBe('sent')
  })
})

/** Answers TXT and A questions (RFC 1035) for tests: every name is 127.0.0.1. */
async function nameServer(known: ReadonlyMap<string, string>): Promise<{ port: number }> {
  const socket: Socket = createSocket('udp4')
  socket.on('message', (question, from) => socket.send(answerTo(question, known), from.port, from.address))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  afterAll(() => socket.close())
  return { port: socket.address().port }
}

function answerTo(question: Buffer, known: ReadonlyMap<string, string>): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  const type = question.readUInt16BE(at + 1)
  const text = known.get(labels.join('.').toLowerCase())
  const data =
    type === 1
      ? Buffer.from([127, 0, 0, 1])
      : type === 16 && text
        ? Buffer.concat([Buffer.from([text.length]), Buffer.from(text)])
        : undefined
  const head = Buffer.from(question.subarray(0, at + 5))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(data ? 1 : 0, 6)
  head.writeUInt16BE(0, 8)
  head.writeUInt16BE(0, 10)
  if (!data) return head
  const record = Buffer.alloc(12)
  record.writeUInt16BE(0xc00c, 0)
  record.writeUInt16BE(type, 2)
  record.writeUInt16BE(1, 4)
  record.writeUInt32BE(0, 6)
  record.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, record, data])
}

async function webServer(known: ReadonlyMap<string, string>): Promise<{ port: number }> {
  const http: Server = createServer((request, response) => {
    const text = known.get(request.headers.host?.split(':')[0] ?? '')
    if (text === undefined || request.url !== '/.well-known/prokura-verification.txt') response.writeHead(404).end()
    else response.end(text)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  afterAll(() => http.close())
  return { port: (http.address() as AddressInfo).port }
}
