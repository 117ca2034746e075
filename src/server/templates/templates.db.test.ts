// The partner's own templates, and what was sent from which version; and a campaign that asks each customer for the difference only.
import { expect, test } from 'vitest'
import { chosenForAll, givenList, listIs, readRows, start } from '../../../tests/given-list.ts'
import { asked, type GivenCustomer, givenActive, givenCustomer, givenPartners, noTerms, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, paul, alpweb, webwerk } = story
const at = `/o/${alpweb}/templates`
type Proposed = { readonly proposal: { readonly id: string } }
const body = (name: string, rights: readonly string[]) => ({ name, rights: rights.map((right) => asked(right)), terms: noTerms })

test('a template keeps all its versions, and its requests know which one they came from', async () => {
  const made = await marc.send('POST', at, body('KMU-Paket', ['domain.view', 'domain.manage']))
  expect(made.status).toBe(200)
  const id = String(made.body['id'])
  const sent = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'vorlage@stranger.example' }, { templateId: id }))
  expect(sent.body['state']).toBe('sent')
  const change = async (rights: readonly string[]) =>
    (await marc.send('PUT', `${at}/${id}`, { ...body('KMU-Paket', rights), version: 1, nameBefore: 'KMU-Paket' })).body
  expect((await change(['domain.view', 'domain.manage', 'mail.view']))['version']).toBe(2)
  expect((await change(['domain.view']))['code']).toBe('changed_meanwhile')
  const read = requestTo({ email: 'gelesen@stranger.example' }, { templateId: id, templateVersion: 1 })
  expect((await petra.send('POST', `/o/${alpweb}/requests`, read)).body['code']).toBe('changed_meanwhile')
  const preview = await petra.send('POST', `/o/${alpweb}/requests/preview`, { ...read, what: { templateId: id, templateVersion: 2 } })
  expect(JSON.stringify(preview.body['blocks'])).toContain('See your mailboxes')
  const shown = await petra.get(`${at}/${id}`)
  expect(shown.body).toMatchObject({
    name: 'KMU-Paket',
    versions: [
      { version: 2, sent: 0 },
      { version: 1, sent: 1, changedBy: 'Marc' },
    ],
  })
  const { rows } = await server.database.owner.query<{ rights: { right: string }[] }>(
    'select rights from proposal where template_version = 1',
  )
  expect(rows.map(({ rights }) => rights.map(({ right }) => right))).toEqual([['domain.view', 'domain.manage']])
})

test('a name that a colleague gave meanwhile is not overwritten, though it made no version', async () => {
  const { body: made } = await marc.send('POST', at, body('Einsteiger', ['domain.view']))
  const path = `${at}/${String(made['id'])}`
  const read = { version: 1, nameBefore: 'Einsteiger' }
  expect((await petra.send('PUT', path, { ...body('Für Einsteiger', ['domain.view']), ...read })).body).toEqual({ version: 1 })
  const late = { ...body('Einsteiger', ['domain.view', 'mail.view']), ...read }
  expect((await marc.send('PUT', path, late)).body['code']).toBe('changed_meanwhile')
  expect((await marc.get(path)).body).toMatchObject({ name: 'Für Einsteiger', versions: [{ version: 1 }] })
  expect((await marc.send('PUT', path, { ...late, name: 'Für Einsteiger', nameBefore: 'Für Einsteiger' })).body['version']).toBe(2)
})

test('whoever sends no name, as before there was one to send, has the version compared alone', async () => {
  const { body: made } = await marc.send('POST', at, body('Ohne Namen', ['domain.view']))
  const path = `${at}/${String(made['id'])}`
  await petra.send('PUT', path, { ...body('Umbenannt', ['domain.view']), version: 1, nameBefore: 'Ohne Namen' })
  expect((await marc.send('PUT', path, { ...body('Ohne Namen', ['mail.view']), version: 1 })).body).toEqual({ version: 2 })
  expect((await marc.send('PUT', path, { ...body('Ohne Namen', ['domain.view']), version: 1 })).body['code']).toBe('changed_meanwhile')
})

test('what a colleague changed meanwhile, be it the name alone, is not deleted unseen', async () => {
  const { body: made } = await marc.send('POST', at, body('Wird gelöscht', ['domain.view']))
  const path = `${at}/${String(made['id'])}`
  const asRead = (version: number, nameBefore: string) => `${path}?${new URLSearchParams({ version: String(version), nameBefore })}`
  await petra.send('PUT', path, { ...body('Bleibt doch', ['domain.view']), version: 1, nameBefore: 'Wird gelöscht' })
  expect((await marc.send('DELETE', asRead(1, 'Wird gelöscht'))).body['code']).toBe('changed_meanwhile')
  await petra.send('PUT', path, { ...body('Bleibt doch', ['mail.view']), version: 1, nameBefore: 'Bleibt doch' })
  expect((await marc.send('DELETE', asRead(1, 'Bleibt doch'))).body['code']).toBe('changed_meanwhile')
  expect((await marc.get(path)).status).toBe(200)
  expect((await marc.send('DELETE', asRead(2, 'Bleibt doch'))).status).toBe(200)
  expect((await marc.get(path)).status).toBe(404)
})

test('names are given once, and nobody else sees or uses the template', async () => {
  const { body: made } = await petra.send('POST', at, body('Nur schauen', ['domain.view']))
  const id = String(made['id'])
  expect((await petra.send('POST', at, body('nur SCHAUEN', ['mail.view']))).body['code']).toBe('name_taken')
  expect((await anna.get(at)).body['code']).toBe('not_entitled')
  expect((await paul.get(`/o/${webwerk}/templates/${id}`)).status).toBe(404)
  expect((await paul.send('POST', `/o/${webwerk}/requests`, requestTo({ email: 'x@y.example' }, { templateId: id }))).status).toBe(404)
  expect((await petra.send('DELETE', `${at}/${id}`)).status).toBe(200)
  expect((await petra.get(`${at}/${id}`)).status).toBe(404)
  expect((await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'x@y.example' }, { templateId: id }))).status).toBe(404)
})

test('a changed template becomes a campaign: each customer is asked for the difference only, in waves, held when too many decline', async () => {
  const { body: made } = await petra.send('POST', at, body('Web', ['domain.view', 'domain.manage']))
  const template = String(made['id'])
  const customers: { readonly customer: GivenCustomer; readonly id: string; readonly partnershipId: string }[] = []
  for (const name of ['Eins', 'Zwei', 'Drei', 'Vier', 'Fuenf']) {
    const customer = await givenCustomer(server, `${name} AG`, `${name.toLowerCase()}@kampagne.example`)
    const rights = name === 'Zwei' ? ['domain.view', 'domain.manage', 'hosting.view'] : ['domain.view', 'domain.manage']
    customers.push({ customer, ...(await givenActive(server, story, customer, rights)) })
  }
  await petra.send('PUT', `${at}/${template}`, {
    ...body('Web', ['domain.view', 'domain.manage', 'hosting.view']),
    version: 1,
    nameBefore: 'Web',
  })
  const campaign = await petra.send('POST', `/o/${alpweb}/lists`, {
    ...{ action: 'ask', name: 'Web, neue Version', chosen: { template: { id: template, version: 2 }, terms: { ...noTerms, payer: null } } },
    ...{ target: { ids: customers.map(({ id }) => id) }, waves: { pilot: 3, size: 10, pauseHours: 0, holdAtPercent: 60 } },
  })
  expect(campaign.body['rows']).toBe(5)
  const id = String(campaign.body['id'])
  await petra.send('POST', `/o/${alpweb}/lists/${id}/check`, {})
  const ready = await listIs(petra, alpweb, id, 'ready')
  expect(ready.verdicts).toEqual({ will_send: 4, nothing_to_do: 1 })
  await start(petra, alpweb, id)
  const done = await listIs(petra, alpweb, id, 'done')
  expect(done.results).toEqual({ sent: 4, nothing_to_do: 1 })
  const { rows } = await server.database.owner.query<{ rights: { right: string }[] }>(
    'select p.rights from proposal p join bulk_row r on r.id = p.id where r.bulk_id = $1',
    [id],
  )
  expect(rows.map(({ rights }) => rights.map(({ right }) => right))).toEqual(Array(4).fill(['hosting.view']))
  expect(done.answers).toEqual({ open: 4 })
  const [first, , , other] = customers
  const look = (by: (typeof customers)[number]) =>
    by.customer.ruth.send('POST', `/o/${by.customer.id}/partnerships/${by.partnershipId}/opened`, {})
  if (first && other) for (const by of [first, first, other]) expect((await look(by)).status).toBe(200)
  expect((await petra.get(`/o/${alpweb}/lists/${id}`)).body['answers']).toEqual({ open: 2, opened: 2 })
  if (first) {
    const { proposal } = (await first.customer.ruth.get(`/o/${first.customer.id}/partnerships/${first.partnershipId}`)).body as Proposed
    const decline = `/o/${first.customer.id}/partnerships/${first.partnershipId}/proposal/decline`
    expect((await first.customer.ruth.send('POST', decline, { proposalId: proposal.id })).status).toBe(200)
  }
  const read = new Map((await readRows(petra, alpweb, id)).map((row) => [row.managedCustomerId, [row.result, row.answer]]))
  expect(customers.map(({ id: row }) => read.get(row))).toEqual([
    ['sent', 'declined'],
    ['nothing_to_do', null],
    ['sent', 'open'],
    ['sent', 'opened'],
    ['sent', 'open'],
  ])
  const file = (await petra.download(`/o/${alpweb}/lists/${id}/result?form=machine`)).bytes.toString()
  expect(file.split('\r\n')[0]).toMatch(/,answer$/)
  expect(file).toMatch(/^.*Eins AG,.*,sent,Asked for: See websites,[^,]+,declined\r$/m)
})

test('a list sends the templates that were checked, whatever becomes of them before it is released', async () => {
  const [whole, named] = await Promise.all(
    ['Ganze Liste', 'Nach Namen'].map(async (name) => String((await petra.send('POST', at, body(name, ['domain.view']))).body['id'])),
  )
  const rows = [{ email: 'alle@vorlage.example' }, { email: 'name@vorlage.example', access: 'nach namen' }]
  const id = await givenList(marc, alpweb, rows, { ...chosenForAll, access: { templateId: whole } })
  await marc.send('POST', `/o/${alpweb}/lists/${id}/check`, {})
  await listIs(marc, alpweb, id, 'ready')
  expect((await start(marc, alpweb, id)).body['state']).toBe('prepared')
  await petra.send('PUT', `${at}/${whole}`, {
    ...body('Ganze Liste', ['domain.view', 'mail.view']),
    version: 1,
    nameBefore: 'Ganze Liste',
  })
  await petra.send('PUT', `${at}/${named}`, {
    ...body('Anders genannt', ['domain.view', 'mail.view']),
    version: 1,
    nameBefore: 'Nach Namen',
  })
  await start(petra, alpweb, id)
  expect((await listIs(petra, alpweb, id, 'done')).results).toEqual({ sent: 2 })
  const sent = await server.database.owner.query<{ rights: { right: string }[]; template_version: number }>(
    `select p.rights, p.template_version from proposal p join invitation i on i.id = p.invitation_id where i.email like '%@vorlage.example'`,
  )
  expect(sent.rows.map(({ rights, template_version }) => [template_version, ...rights.map(({ right }) => right)])).toEqual([
    [1, 'domain.view'],
    [1, 'domain.view'],
  ])
})

test('nobody is asked who gave no answer yet, and the row says why', async () => {
  const { body: sent } = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'noch@offen.example' }))
  const list = await petra.send('POST', `/o/${alpweb}/lists`, {
    ...{ action: 'ask', chosen: { rights: [asked('mail.view')], terms: { ...noTerms, payer: null } } },
    target: { ids: [String(sent['managedCustomerId'])] },
  })
  const id = String(list.body['id'])
  await petra.send('POST', `/o/${alpweb}/lists/${id}/check`, {})
  expect((await listIs(petra, alpweb, id, 'ready')).verdicts).toEqual({ not_possible: 1 })
  expect((await start(petra, alpweb, id)).body['code']).toBe('nothing_changed')
  const reminding = await petra.send('POST', `/o/${alpweb}/lists`, {
    action: 'remind',
    chosen: {},
    target: { filter: { search: 'noch@offen' } },
  })
  await petra.send('POST', `/o/${alpweb}/lists/${String(reminding.body['id'])}/check`, {})
  await listIs(petra, alpweb, String(reminding.body['id']), 'ready')
  await start(petra, alpweb, String(reminding.body['id']))
  expect((await listIs(petra, alpweb, String(reminding.body['id']), 'done')).results).toEqual({ sent: 1 })
})
