// A typing error: the list says "not delivered", the address is corrected in place, and the link can be handed over at the counter.
import { expect, test, vi } from 'vitest'
import { givenStranger } from '../given-caller.ts'
import { mailAbout } from '../given-people.ts'
import { asked, givenPartners, requestTo, tokenOf } from '../given-requests.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { alpweb, petra, paul } = await givenPartners(server)
const anybody = givenStranger(server)
const sent = await petra.send(
  'POST',
  `/o/${alpweb}/requests`,
  requestTo({ email: 'typo@refused.example' }, { rights: [asked('domain.view')] }),
)
const id = String(sent.body['managedCustomerId'])
const at = (rest: string) => `/o/${alpweb}/customers/${id}${rest}`
const first = await tokenOf(server, id)

test('whoever sent it reads that it did not arrive, in the list and by mail', async () => {
  await vi.waitFor(
    async () => expect((await petra.get(at('/row'))).body).toMatchObject({ delivery: 'not_delivered', status: 'requested' }),
    { timeout: 20_000 },
  )
  await mailAbout(server, 'petra@alpweb.example', 'Not delivered: request to typo@refused.example')
})

test('the corrected address gets the same request, and the link sent before opens nothing any more', async () => {
  expect((await petra.send('POST', at('/correct-address'), { email: 'chef@baeckerei.example' })).status).toBe(200)
  await mailAbout(server, 'chef@baeckerei.example', 'Access request from Alpweb AG')
  expect((await anybody.get(`/requests/${first}`)).status).toBe(404)
  await vi.waitFor(
    async () => expect((await petra.get(at('/row'))).body).toMatchObject({ sentTo: 'chef@baeckerei.example', delivery: 'sent' }),
    { timeout: 20_000 },
  )
})

test('the link for a counter or a chat shows who asks and decides nothing, and that it was shown is on record', async () => {
  const { url } = (await petra.get(at('/link'))).body as { url: string }
  const token = url.split('/r/')[1] ?? ''
  const opened = await anybody.get(`/requests/${token}`)
  expect(opened.body).toMatchObject({ state: 'open', partner: { name: 'Alpweb AG' } })
  expect(JSON.stringify(opened.body)).not.toContain('domain.view')
  expect((await anybody.get(`/requests/${token}/consent`)).status).toBe(401)
  expect((await paul.get(at('/link'))).status).toBe(404)
  const { rows } = await server.database.owner.query(`select count(*)::int as n from journal where kind = 'request.link_shown'`)
  expect(rows[0].n).toBe(1)
})
