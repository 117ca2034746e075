// A request that nobody answered yet is changed: the link stays, the mail and the page say what is different, and the history keeps both versions.
import { expect, test } from 'vitest'
import { givenStranger } from '../given-caller.ts'
import { mailAbout } from '../given-people.ts'
import { answered, asked, givenCustomer, givenPartners, noTerms, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra, marc, paul } = await givenPartners(server)
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
const first = [asked('domain.view'), asked('domain.manage'), asked('mail.view')]
const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'info@baeckerei.example' }, { rights: first }))
const id = String(sent.body['managedCustomerId'])
const at = (rest: string) => `/o/${alpweb}/customers/${id}${rest}`
const token = await tokenOf(server, id)
const change = (rights: readonly unknown[], more: object = {}) => ({ number: 1, what: { rights }, terms: noTerms, ...more })
const second = [asked('domain.view', { required: true }), asked('domain.manage')]

test('that somebody opened its page is kept once, as a time alone; whoever asked opens nothing', async () => {
  const opened = async () => {
    const { rows } = await server.database.owner.query('select o.* from proposal_opening o join proposal p on p.id = o.proposal_id')
    return rows
  }
  expect((await petra.send('POST', `/requests/${token}/opened`, {})).status).toBe(200)
  expect(await opened()).toEqual([])
  const anybody = givenStranger(server)
  for (const _ of [1, 2]) expect((await anybody.send('POST', `/requests/${token}/opened`, {})).status).toBe(200)
  const rows = await opened()
  expect(rows.map((row) => Object.keys(row).toSorted())).toEqual([['opened_at', 'proposal_id']])
  expect((await anybody.send('POST', `/requests/${'x'.repeat(43)}/opened`, {})).status).toBe(404)
})

test('only whoever may send a request changes one that was sent, and another partner does not know of it', async () => {
  expect((await marc.send('POST', at('/revise'), change(second))).body['code']).toBe('not_entitled')
  expect((await paul.send('POST', at('/revise'), change(second))).status).toBe(404)
  expect((await petra.send('POST', at('/revise'), change(first))).body['code']).toBe('nothing_changed')
  expect((await petra.send('POST', at('/revise'), change(second, { number: 3 }))).body['code']).toBe('changed_meanwhile')
})

test('the customer gets one mail, and reads under the old link what is different', async () => {
  const before = await customer.ruth.get(`/requests/${token}/consent`)
  expect(before.body['revised']).toBeNull()
  expect((await petra.send('POST', at('/revise'), change(second))).body).toEqual({ number: 2, state: 'sent' })
  await mailAbout(server, 'info@baeckerei.example', 'Alpweb AG changed its access request')
  const { body } = await customer.ruth.get(`/requests/${token}/consent`)
  expect(body).toMatchObject({
    revised: {
      differences: [
        { kind: 'now_required', right: 'domain.view' },
        { kind: 'left_out', right: 'mail.view' },
      ],
    },
  })
  const { id: proposalId } = before.body['proposal'] as { id: string }
  const answer = { organisationId: customer.id, proposalId, decision: 'grant', rights: [], notGranted: [], terms: noTerms }
  expect((await customer.ruth.send('POST', `/requests/${token}/answer`, answer)).body['code']).toBe('changed_meanwhile')
})

test('both versions stay on record for both sides, also after the answer', async () => {
  const { body } = await answered(server, customer, id, ['domain.view', 'domain.manage'])
  expect(body).toMatchObject({ outcome: 'as_asked' })
  expect((await petra.send('POST', at('/revise'), change(first, { number: 2 }))).body['code']).toBe('already_claimed')
  const partnership = String(body['partnershipId'])
  for (const read of [petra.get(at('/conversation')), customer.ruth.get(`/o/${customer.id}/partnerships/${partnership}/conversation`)])
    expect((await read).body['entries']).toMatchObject([
      { kind: 'proposal', number: 1, state: 'replaced', comparedWith: 'nothing' },
      {
        kind: 'proposal',
        number: 2,
        state: 'accepted',
        comparedWith: 'replaced',
        differences: [{ kind: 'now_required' }, { kind: 'left_out' }],
      },
      { kind: 'grant', version: 1 },
    ])
  expect((await petra.get(at('/row'))).body).toMatchObject({ status: 'active', rightsRequested: 2, rightsGranted: 2 })
})

test('what an administrator prepared is changed while it waits, and goes out as it is then', async () => {
  const made = await marc.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'neu@stranger.example' }, { rights: first }))
  const waiting = String(made.body['managedCustomerId'])
  const revised = await marc.send('POST', `/o/${alpweb}/customers/${waiting}/revise`, change(second))
  expect(revised.body).toEqual({ number: 2, state: 'prepared' })
  const { body } = await petra.send('POST', `/o/${alpweb}/requests/release`, { ids: [waiting] })
  expect(body['results']).toMatchObject([{ result: 'sent' }])
  expect((await petra.get(`/o/${alpweb}/customers/${waiting}/row`)).body).toMatchObject({ status: 'requested', rightsRequested: 2 })
})
