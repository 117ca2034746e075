// Lists of customers: what the dry run says of each row, what becomes of it, and what stops a list.
import { expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { checked, chosenForAll, givenList, listIs, readRows, start } from '../../../tests/given-list.ts'
import { givenOrganisation, givenPerson } from '../../../tests/given-people.ts'
import { givenActive, givenCustomer, givenPartners, requestTo, unverified } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenPartners(server)
const { petra, marc, anna, paul, alpweb, webwerk, people } = story
const beck = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'ruth@beck.example')
await givenActive(server, story, beck)
await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email: 'open@stranger.example' }))

const verdictsOf = async (id: string) => (await readRows(petra, alpweb, id)).map(({ verdict, because }) => [verdict, because?.code ?? null])

test('the dry run says of every row what would become of it, and does nothing', async () => {
  const id = await givenList(petra, alpweb, [
    { email: 'new@stranger.example', organisation_name: 'Neue AG', tags: 'wordpress' },
    { email: 'NEW@stranger.example' },
    { email: 'no address' },
    { email: 'ruth@beck.example' },
    { customer_number: beck.number },
    { email: 'open@stranger.example' },
    { email: 'marc@alpweb.example' },
    { email: 'full@stranger.example', access: 'Voll', payer: 'Kunde' },
    { email: 'wer@stranger.example', people: 'anna@alpweb.example' },
    { email: 'wer2@stranger.example', people: 'paul@webwerk.example' },
    { email: 'over@stranger.example', ends_on: '2020-01-01' },
  ])
  const list = await checked(petra, alpweb, id)
  expect(await verdictsOf(id)).toEqual([
    ['will_send', null],
    ['invalid', 'double'],
    ['invalid', 'wrong_cell'],
    ['already_customer', 'already_customer'],
    ['already_customer', 'already_customer'],
    ['already_open', 'already_open'],
    ['invalid', 'own_organisation'],
    ['will_send', null],
    ['will_send', null],
    ['invalid', 'unknown_person'],
    ['not_possible', 'end_before_start'],
  ])
  expect(list).toMatchObject({ rows: 11, going: 3, left: 11, may: expect.arrayContaining(['start', 'cancel']) })
  const { rows } = await server.database.owner.query("select from invitation where email like '%stranger.example'")
  expect(rows).toHaveLength(1)
  const [, double] = await readRows(petra, alpweb, id)
  expect(double?.explanation).toBe('The same recipient is in row 1 already.')
})

test('a legal representative’s list goes out, row by row with its result, and what is open can be taken back', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({ email: `k${at}@list.example`, your_reference: `R${at}` }))
  const id = await givenList(petra, alpweb, [...rows, { email: 'broken' }])
  await checked(petra, alpweb, id)
  expect(await start(petra, alpweb, id)).toMatchObject({ status: 200, body: { state: 'running' } })
  const done = await listIs(petra, alpweb, id, 'done')
  expect(done.results).toEqual({ sent: 60, invalid: 1 })
  const { rows: sent } = await server.database.owner.query<{ own_reference: string }>(
    "select i.id, i.own_reference from invitation i join bulk_row r on r.id = i.id where r.bulk_id = $1 and i.state = 'open'",
    [id],
  )
  expect(sent).toHaveLength(60)
  const file = (await petra.download(`/o/${alpweb}/lists/${id}/result?form=machine`)).bytes.toString()
  expect(file.split('\r\n')[0]).toBe(
    'email,organisation_name,customer_number,language,your_reference,access,families,payer,ends_on,people,teams,tags,result,explanation,partnership_id',
  )
  expect(file.split('\r\n')[61]).toBe('broken,,,,,,,,,,,,invalid,“broken” is not a complete email address.,')
  const undo = await petra.send('POST', `/o/${alpweb}/lists/${id}/undo`, {})
  expect(undo.body['rows']).toBe(60)
  await listIs(petra, alpweb, String(undo.body['id']), 'ready')
  await start(petra, alpweb, String(undo.body['id']))
  expect((await listIs(petra, alpweb, String(undo.body['id']), 'done')).results).toEqual({ done: 60 })
})

test('who shall have a customer and its tags stand in the row, and what the partner does not have is said', async () => {
  const id = await givenList(petra, alpweb, [
    { email: 'p1@planned.example', people: 'anna@alpweb.example, luca@alpweb.example', tags: 'wordpress; neu' },
    { email: 'p2@planned.example', teams: 'Kein Team' },
  ])
  await checked(petra, alpweb, id)
  expect(await verdictsOf(id)).toEqual([
    ['will_send', null],
    ['invalid', 'unknown_team'],
  ])
  await start(petra, alpweb, id)
  await listIs(petra, alpweb, id, 'done')
  const { rows: planned } = await server.database.owner.query<{ person_id: string }>(
    'select p.person_id from planned_assignment p join bulk_row r on r.id = p.invitation_id where r.bulk_id = $1',
    [id],
  )
  expect(planned.map(({ person_id }) => person_id).toSorted()).toEqual([people.anna, people.luca].toSorted())
  const { rows: tagged } = await server.database.owner.query<{ tags: string[] }>(
    "select tags from managed_customer where sent_to = 'p1@planned.example'",
  )
  expect(tagged).toEqual([{ tags: ['wordpress', 'neu'] }])
})

test('an administrator’s list waits for one confirmation of a legal representative, and keeps who prepared it', async () => {
  const id = await givenList(marc, alpweb, [{ email: 'a1@prepared.example' }, { email: 'a2@prepared.example' }])
  await checked(marc, alpweb, id)
  expect((await start(marc, alpweb, id)).body['state']).toBe('prepared')
  expect((await start(marc, alpweb, id)).body['code']).toBe('not_entitled')
  expect((await start(petra, alpweb, id)).body['state']).toBe('running')
  await listIs(petra, alpweb, id, 'done')
  const { rows } = await server.database.owner.query(
    "select prepared_by, released_by, state from invitation where email like '%prepared.example'",
  )
  expect(rows).toEqual(Array(2).fill({ prepared_by: people.marc, released_by: people.petra, state: 'open' }))
})

test('a list stops in the middle when whoever started it is no legal representative any more', async () => {
  const second = await givenPerson(server, { name: 'Beat', email: 'beat@alpweb.example' })
  const adding = await server.database.owner.connect()
  await adding.query('begin; set local session_replication_role = replica')
  await adding.query("insert into member (organisation_id, person_id, role, added_at) values ($1, $2, 'legal_representative', now())", [
    alpweb,
    second,
  ])
  await adding.query('commit')
  adding.release()
  const beat = await givenCaller(server, second)
  const id = await givenList(
    beat,
    alpweb,
    Array.from({ length: 1000 }, (_, at) => ({ email: `s${at}@stops.example` })),
  )
  await checked(beat, alpweb, id)
  await start(beat, alpweb, id)
  expect((await petra.send('PATCH', `/o/${alpweb}/members/${second}`, { role: 'administrator' })).status).toBe(200)
  const stopped = await listIs(petra, alpweb, id, 'stopped', 'done')
  expect([stopped.state, stopped.reason]).toEqual(['stopped', 'starter_not_entitled'])
  const { rows: after } = await server.database.owner.query(
    `select from journal j where j.kind = 'request.sent' and j.person_id = $1
     and j.position > (select max(position) from journal where kind = 'member.role_changed' and body ->> 'personId' = $1::text)`,
    [second],
  )
  expect(after).toEqual([])
  expect(stopped.left).toBe(1000 - (stopped.results['sent'] ?? 0))
})

test('a list that is exactly as long as the day’s limit is done today', async () => {
  const person = await givenPerson(server, { name: 'Tina', email: 'tina@drittweb.example', password: 'a long enough password of Tina' })
  const drittweb = await givenOrganisation(server, { name: 'Drittweb AG', isPartner: true, members: [[person, 'legal_representative']] })
  await unverified(server, drittweb)
  const tina = await givenCaller(server, person)
  const fifty = Array.from({ length: 50 }, (_, at) => ({ email: `e${at}@exactly.example` }))
  const id = await givenList(tina, drittweb, fifty, { ...chosenForAll, access: { preset: 'read_only' } })
  await checked(tina, drittweb, id)
  await start(tina, drittweb, id)
  expect((await listIs(tina, drittweb, id, 'done')).results).toEqual({ sent: 50 })
})

test('what goes beyond the day’s limit waits for tomorrow, and that is said before', async () => {
  await unverified(server, webwerk)
  const chosen = { ...chosenForAll, access: { preset: 'read_only' } }
  const id = await givenList(
    paul,
    webwerk,
    Array.from({ length: 60 }, (_, at) => ({ email: `l${at}@limit.example` })),
    chosen,
  )
  const list = await checked(paul, webwerk, id)
  expect(list.verdicts).toEqual({ will_send: 50, limit_reached: 10 })
  await start(paul, webwerk, id)
  const { rows } = await expect
    .poll(
      async () =>
        (await server.database.owner.query<{ waits: boolean }>('select waits_until > now() as waits from bulk_job where id = $1', [id]))
          .rows[0]?.waits,
      { timeout: 20_000 },
    )
    .toBe(true)
    .then(() => server.database.owner.query("select from invitation where email like '%limit.example'"))
  expect(rows).toHaveLength(50)
  expect((await paul.send('POST', `/o/${webwerk}/lists/${id}/cancel`, {})).status).toBe(200)
  expect((await listIs(paul, webwerk, id, 'cancelled')).results).toEqual({ sent: 50, cancelled: 10 })
})

test('lists are the partner’s own and nothing for collaborators', async () => {
  const id = await givenList(petra, alpweb, [{ email: 'x@own.example' }])
  expect((await paul.get(`/o/${alpweb}/lists/${id}`)).status).toBe(404)
  expect((await paul.get(`/o/${webwerk}/lists/${id}`)).status).toBe(404)
  expect((await anna.get(`/o/${alpweb}/lists/${id}`)).body['code']).toBe('not_entitled')
  expect((await start(petra, alpweb, id)).body['code']).toBe('changed_meanwhile')
})
