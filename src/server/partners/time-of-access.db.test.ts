import { beforeAll, describe, expect, test } from 'vitest'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServerAt } from '../../../tests/given-time.ts'

const server = await givenServerAt('2026-09-01T08:00:00Z')
const story = await givenPartners(server)
const { alpweb, petra } = story
const { owner } = server.database
const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })
let count = 0

async function givenServed(terms: object, rights: readonly string[] = ['domain.view', 'domain.manage']) {
  const address = `ruth${++count}@baeckerei.example`
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', address)
  await server.signInAgain()
  const body = requestTo({ email: address }, { rights: rights.map((right) => asked(right)) }, { terms: { ...noTerms, ...terms } })
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, body)
  const { body: given } = await answered(server, customer, String(sent.body['managedCustomerId']), rights, {
    terms: { ...noTerms, ...terms },
  })
  const partnershipId = String(given['partnershipId'])
  await server.settle()
  return { customer, address, partnershipId, path: `/o/${customer.id}/partnerships/${partnershipId}` }
}

const subjects = async (address: string) => {
  await server.settle()
  return (await server.mailbox.list({ to: address })).map(({ subject }) => subject).reverse()
}
const kinds = async (partnershipId: string) => {
  const { rows } = await owner.query<{ kind: string }>(
    "select kind from journal where partnership_id = $1 and kind ~ 'partnership.(ending|review|ended)' order by position",
    [partnershipId],
  )
  return rows.map(({ kind }) => kind)
}
const endsOn = (date: string) => ({ end: { kind: 'on', date } })

describe('from September 2026 on', () => {
  let ending: Awaited<ReturnType<typeof givenServed>>
  let shortened: Awaited<ReturnType<typeof givenServed>>
  let later: Awaited<ReturnType<typeof givenServed>>
  beforeAll(async () => {
    ending = await givenServed(endsOn('2026-10-25'))
    shortened = await givenServed(endsOn('2026-12-31'))
    later = await givenServed({ startsOn: '2026-10-25' })
  })

  test('what begins later is told to begin later, and begins by itself at midnight there', async () => {
    expect((await subjects(later.address)).at(-1)).toBe('Alpweb AG gets access to your account on 25 October 2026')
    expect((await petra.send('POST', `/c/${later.partnershipId}/visit`, {})).status).toBe(403)
  })

  test('thirty, seven and one days before the last day the customer is reminded, in the morning', async () => {
    await server.passTo('2026-09-25T03:59:59Z')
    expect(await kinds(ending.partnershipId)).toEqual([])
    await server.passTo('2026-09-25T04:00:00Z')
    await server.passTo('2026-10-18T04:00:00Z')
    await server.passTo('2026-10-18T04:00:00Z')
    expect(await kinds(ending.partnershipId)).toEqual(['partnership.ending_reminded', 'partnership.ending_reminded'])
    expect((await subjects(ending.address)).slice(-2)).toEqual(Array(2).fill('Alpweb AG: access ends on 25 October 2026'))
  })

  test('a clock that is set back sends nothing twice, and forgets nothing', async () => {
    await server.passTo('2026-10-10T04:00:00Z')
    await server.passTo('2026-10-18T04:00:00Z')
    expect((await kinds(ending.partnershipId)).length).toBe(2)
  })

  test('when the end moves, reminders move with it', async () => {
    const { path, customer, partnershipId, address } = shortened
    const change = await customer.ruth.send('POST', `${path}/narrow`, {
      version: 1,
      keep: [all('domain.view'), all('domain.manage')],
      end: { kind: 'on', date: '2026-11-01' },
    })
    expect(change.status).toBe(200)
    await server.passTo('2026-10-24T22:00:00Z')
    expect(await kinds(partnershipId)).toEqual([])
    await server.passTo('2026-10-25T05:00:00Z')
    expect((await subjects(address)).at(-1)).toBe('Alpweb AG: access ends on 1 November 2026')
    expect((await petra.send('POST', `/c/${later.partnershipId}/visit`, {})).status).toBe(200)
  })

  test('extended: both are told, and the old end is never mentioned again', async () => {
    const { path, customer, partnershipId, address } = shortened
    const body = { version: 2, rights: [all('domain.view')], terms: { ...noTerms, ...endsOn('2027-03-28') }, renew: false }
    expect((await customer.ruth.send('PUT', `${path}/grant`, body)).status).toBe(200)
    expect((await subjects(address)).at(-1)).toBe('Alpweb AG: access extended to 28 March 2027')
    await server.passTo('2026-12-01T04:00:00Z')
    expect(await kinds(partnershipId)).toEqual(['partnership.ending_reminded'])
  })

  test('a server that stood still for months sends the newest reminder alone', async () => {
    const { partnershipId, address } = shortened
    await server.passTo('2027-03-27T06:00:00Z')
    expect((await kinds(partnershipId)).length).toBe(2)
    expect((await subjects(address)).at(-1)).toBe('Alpweb AG: access ends on 28 March 2027')
    await server.passTo('2027-03-28T22:00:00Z')
    expect((await kinds(partnershipId)).at(-1)).toBe('partnership.ended')
  })
})

describe('sensitive rights and the yearly review', () => {
  test('rights that end while the rest goes on are reminded of by name, and what has no end is looked at once a year', async () => {
    const served = await givenServed({}, ['mail.view', 'mail.content'])
    const { path, customer, partnershipId, address } = served
    await server.passTo('2028-03-20T06:00:00Z')
    expect(await kinds(partnershipId)).toEqual(['partnership.ending_reminded'])
    expect((await subjects(address)).at(-1)).toBe('Alpweb AG: 1 right ends on 27 March 2028')
    await server.passTo('2028-03-26T06:00:00Z')
    await server.passTo('2028-03-28T03:59:00Z')
    expect(await kinds(partnershipId)).toEqual(['partnership.ending_reminded', 'partnership.ending_reminded'])
    await server.passTo('2028-03-28T04:00:00Z')
    expect((await kinds(partnershipId)).at(-1)).toBe('partnership.review_asked')
    expect((await subjects(address)).at(-1)).toBe('Who has access to your account?')
    expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'active' })
    await server.passTo('2029-03-28T03:00:00Z')
    expect((await kinds(partnershipId)).filter((kind) => kind === 'partnership.review_asked')).toHaveLength(1)
    await server.passTo('2029-03-28T12:00:00Z')
    expect((await kinds(partnershipId)).filter((kind) => kind === 'partnership.review_asked')).toHaveLength(2)
  })
})
