// The customer would like the partner to pay: that needs its yes. Taking payment back needs nobody’s.
import { expect, test } from 'vitest'
import { answered, asked, givenActive, givenCustomer, givenPartners, noTerms, requestTo } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { alpweb, petra } = story
const paidByPartner = { ...noTerms, payer: 'partner' }

test('asked in the answer, it is a counter-proposal: nothing holds before the partner’s yes, and then the partner pays', async () => {
  const customer = await givenCustomer(server, 'Holzbau Beck', 'ruth@holzbau.example')
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: customer.email }, { rights: [asked('domain.view')] }))
  const id = String(sent.body['managedCustomerId'])
  const proposed = await answered(server, customer, id, ['domain.view'], { decision: 'propose', terms: paidByPartner })
  expect(proposed.body['outcome']).toBe('proposed')
  const path = `/o/${customer.id}/partnerships/${String(proposed.body['partnershipId'])}`
  expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'proposed', grant: null })
  const { entries } = (await petra.get(`/o/${alpweb}/customers/${id}/conversation`)).body as { entries: { differences: object[] }[] }
  expect(entries[1]?.differences).toEqual([{ kind: 'payer', before: 'customer', after: 'partner' }])
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/accept`, { number: 2 })).status).toBe(200)
  expect((await customer.ruth.get(path)).body).toMatchObject({ state: 'active', grant: { terms: { payer: 'partner' } } })
})

test('asked later on, the terms in force stay until the yes; and a no leaves them as they are', async () => {
  const customer = await givenCustomer(server, 'Garage Élan', 'ruth@garage.example')
  const { id, partnershipId } = await givenActive(server, story, customer)
  const path = `/o/${customer.id}/partnerships/${partnershipId}`
  const payer = async () => ((await customer.ruth.get(path)).body['grant'] as { terms: { payer: string } }).terms.payer
  expect((await customer.ruth.send('POST', `${path}/ask-to-pay`, { version: 1 })).status).toBe(200)
  expect(await payer()).toBe('customer')
  expect(
    (await petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/decline`, { number: 2, reason: 'Not for this price' })).status,
  ).toBe(200)
  expect(await payer()).toBe('customer')
  const { entries } = (await customer.ruth.get(`${path}/conversation`)).body as { entries: object[] }
  expect(entries.at(-1)).toMatchObject({ side: 'customer', state: 'declined', outcome: { by: 'Petra', reason: 'Not for this price' } })
  await customer.ruth.send('POST', `${path}/ask-to-pay`, { version: 1 })
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/proposal/accept`, { number: 3 })).status).toBe(200)
  expect(await payer()).toBe('partner')
  expect((await customer.ruth.send('PUT', `${path}/payment`, { version: 2, paymentMethodId: null, spendingLimit: null })).status).toBe(200)
  expect(await payer()).toBe('customer')
})

test('the partner asks the customer to pay in the same way, and only the customer’s yes changes it', async () => {
  const customer = await givenCustomer(server, 'Rossi & Figli', 'ruth@rossi.example')
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, {
    ...requestTo({ email: customer.email }, { rights: [asked('domain.view')] }),
    terms: paidByPartner,
  })
  const id = String(sent.body['managedCustomerId'])
  const granted = await answered(server, customer, id, ['domain.view'], { terms: paidByPartner })
  const path = `/o/${customer.id}/partnerships/${String(granted.body['partnershipId'])}`
  const spendingLimit = { amount: 50_000, currency: 'CHF', period: 'month' }
  const terms = { ...noTerms, payer: 'customer', spendingLimit }
  expect((await petra.send('POST', `/o/${alpweb}/customers/${id}/more`, { rights: [], terms, validityDays: 30 })).body['state']).toBe(
    'sent',
  )
  const shown = (await customer.ruth.get(path)).body as { proposal: { id: string }; grant: object }
  expect(shown.grant).toMatchObject({ terms: { payer: 'partner' } })
  const { entries } = (await customer.ruth.get(`${path}/conversation`)).body as { entries: { differences: object[] }[] }
  expect(entries.at(-1)?.differences).toEqual([
    { kind: 'payer', before: 'partner', after: 'customer' },
    { kind: 'limit', before: null, after: spendingLimit },
  ])
  const answer = { proposalId: shown.proposal.id, decision: 'grant', rights: [], notGranted: [], terms }
  expect((await customer.ruth.send('POST', `${path}/proposal/answer`, answer)).body['outcome']).toBe('as_asked')
  expect((await customer.ruth.get(path)).body['grant']).toMatchObject({ version: 2, terms: { payer: 'customer', spendingLimit } })
})
