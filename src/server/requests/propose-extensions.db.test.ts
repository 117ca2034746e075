import { expect, test } from 'vitest'
import { dayAhead, yearAfter } from '../../../tests/given-dates.ts'
import { checked, listIs, readRows, start } from '../../../tests/given-list.ts'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, alpweb } = story
const { owner } = server.database

async function givenServed(number: number, end: object) {
  const address = `customer${number}@many.example`
  const customer = await givenCustomer(server, `Kunde ${number} GmbH`, address)
  const terms = { ...noTerms, end }
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email: address }, { rights: [asked('domain.view')] }, { terms }),
  )
  const id = String(sent.body['managedCustomerId'])
  const answer = await answered(server, customer, id, ['domain.view'], { terms })
  return { customer, id, path: `/o/${customer.id}/partnerships/${String(answer.body['partnershipId'])}` }
}

test('many customers are asked for twelve months after their own end, and each answers alone', async () => {
  const [endOfFirst, endOfSecond] = [dayAhead(400), dayAhead(520)]
  const first = await givenServed(1, { kind: 'on', date: endOfFirst })
  const second = await givenServed(2, { kind: 'on', date: endOfSecond })
  const open = await givenServed(3, { kind: 'none' })
  const ids = [first.id, second.id, open.id]
  const made = await petra.send('POST', `/o/${alpweb}/lists`, { action: 'extend', chosen: {}, target: { ids } })
  expect(made.status).toBe(200)
  const list = String(made.body['id'])
  await checked(petra, alpweb, list)
  expect((await readRows(petra, alpweb, list)).map(({ verdict }) => String(verdict)).toSorted()).toEqual([
    'nothing_to_do',
    'will_send',
    'will_send',
  ])
  expect((await start(petra, alpweb, list)).status).toBe(200)
  expect((await listIs(petra, alpweb, list, 'done')).results).toEqual({ sent: 2, nothing_to_do: 1 })
  const ends = await owner.query<{ end: string }>(
    "select terms -> 'end' ->> 'date' as end from proposal where state = 'open' and partner_id = $1 order by 1",
    [alpweb],
  )
  expect(ends.rows.map(({ end }) => end)).toEqual([yearAfter(endOfFirst), yearAfter(endOfSecond)])
  const { body } = await first.customer.ruth.get(`${first.path}/renewal`)
  const { proposalId } = body['asked'] as { proposalId: string }
  const renew = { version: 1, end: { kind: 'on', date: yearAfter(endOfFirst) }, drop: [], proposalId }
  expect((await first.customer.ruth.send('POST', `${first.path}/renew`, renew)).status).toBe(200)
  expect((await first.customer.ruth.get(`${first.path}/renewal`)).body).toMatchObject({ endsOn: yearAfter(endOfFirst), asked: null })
  expect((await second.customer.ruth.get(`${second.path}/renewal`)).body).toMatchObject({
    endsOn: endOfSecond,
    end: { date: yearAfter(endOfSecond) },
  })
})
