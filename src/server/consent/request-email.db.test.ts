import { expect, test } from 'vitest'
import { givenCaller, givenStranger } from '../../../tests/given-caller.ts'
import { givenPerson, mailTo } from '../../../tests/given-people.ts'
import { answered, givenCustomer, givenPartners, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { alpweb, petra } = await givenPartners(server)

async function givenRequest(email: string) {
  const sent = await petra.send(
    'POST',
    `/o/${alpweb}/requests`,
    requestTo({ email, language: 'fr' }, { preset: 'limited', families: ['domain'] }),
  )
  const id = String(sent.body['managedCustomerId'])
  return { id, token: await tokenOf(server, id) }
}

test('whoever a request is passed on to gets the same link, who passed it on, and what is asked in catalogue words', async () => {
  const { token } = await givenRequest('sekretariat@kunde.example')
  const assistant = await givenCaller(
    server,
    await givenPerson(server, { name: 'Sara Sekretariat', email: 'sekretariat@kunde.example' }),
    'email',
  )
  expect((await assistant.send('POST', `/requests/${token}/pass-on`, { email: 'chefin@kunde.example' })).status).toBe(200)
  const mail = await mailTo(server, 'chefin@kunde.example')
  expect(mail.subject).toContain('Alpweb AG')
  expect(mail.text).toContain('Sara Sekretariat')
  expect(mail.text).toContain(`/r/${token}`)
  expect(mail.text).toContain('DNS')
})

test('whoever sent a request learns that it was declined, and by nobody’s name', async () => {
  const { token } = await givenRequest('nein@danke.example')
  const otto = await givenCaller(server, await givenPerson(server, { name: 'Otto Ohne', email: 'nein@danke.example' }), 'email')
  await otto.send('POST', `/requests/${token}/decline`, { organisationId: null })
  const mail = await mailTo(server, 'petra@alpweb.example')
  expect(mail.text).not.toContain('Otto')
  expect(mail.subject).toContain('declined your request')
})

test('a report reaches the operator, and whoever reported hears that it arrived; its words are in no mail', async () => {
  const { token } = await givenRequest('seltsam@kunde.example')
  const nora = await givenCaller(server, await givenPerson(server, { name: 'Nora', email: 'seltsam@kunde.example' }), 'email')
  await nora.send('POST', `/requests/${token}/report`, { reason: 'They never spoke to us.' })
  const [toOperator, toReporter] = await Promise.all([
    mailTo(server, 'operator@prokura.example'),
    mailTo(server, 'seltsam@kunde.example', 2),
  ])
  expect(toOperator.subject).toContain('Alpweb AG')
  expect(`${toOperator.text}${toReporter.text}`).not.toContain('They never spoke')
  await givenStranger(server).send('POST', `/requests/${token}/report`, { reason: 'Me neither.' })
  await mailTo(server, 'operator@prokura.example', 2)
})

test('all legal representatives of the customer learn that a partner has access now', async () => {
  const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
  const second = await givenPerson(server, { name: 'Rita Zweite', email: 'rita@baeckerei.example' })
  await server.database.owner.query(`begin; set local session_replication_role = replica;
    insert into member (organisation_id, person_id, role, added_at) values ('${customer.id}', '${second}', 'legal_representative', now()); commit`)
  const { id } = await givenRequest(customer.email)
  expect((await answered(server, customer, id, ['domain.view', 'domain.manage', 'organisation.view'])).status).toBe(200)
  const mail = await mailTo(server, 'rita@baeckerei.example')
  expect(mail.text).toContain('Ruth Bäckerei Zürcher GmbH')
  expect(mail.text).toContain('Alpweb AG')
})
