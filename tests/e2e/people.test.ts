// People of a partner: a team is made and gets a customer, a collaborator asks for another one for a day and enters, and whoever leaves has a successor.
import { afterAll, describe, expect, test } from 'vitest'
import { textsFor } from '../../src/locales/server-texts.ts'
import { launchBrowser } from '../browser.ts'
import { givenCallerOf } from '../given-caller.ts'
import { openAs } from '../open-page.ts'
import { givenServer } from '../server.ts'

const { t } = textsFor('de')
const given = await givenServer({ demo: true })
const browser = await launchBrowser()
afterAll(() => browser.close())

const opened = async (email: string, path = '/go/manager') =>
  openAs(browser, given.url, await givenCallerOf(given, email), path, { language: 'de' })

async function one(sql: string, ...values: unknown[]): Promise<string> {
  const { rows } = await given.database.owner.query<{ id: string }>(sql, values)
  return rows[0]?.id ?? ''
}
const alpweb = await one("select id from organisation where name = 'Alpweb AG'")
const anna = await one("select id from person where name = 'Anna Keller'")
const foreign = (
  await given.database.owner.query<{ id: string; name: string }>(
    `select m.id, m.name from managed_customer m where m.partner_id = $1 and m.status = 'active' and m.starts_at < now()
       and (m.lapses_at is null or m.lapses_at > now()) and not m.named_people_only
       and m.partnership_id not in (select a.id from partnerships_assigned($1, $2, now()) a(id)) order by m.name_key limit 1`,
    [alpweb, anna],
  )
).rows[0]
const people = `${given.url}/o/${alpweb}/people`

const marc = await givenCallerOf(given, 'marc.sutter@alpweb.example')
const petra = await opened('petra.frei@alpweb.example')
const collaborator = await opened('anna.keller@alpweb.example')

test('there is a customer that Anna does not have', () => {
  expect(foreign?.name).toBeTruthy()
})

describe('a team', () => {
  test('is made with a name and people', async () => {
    await petra.goto(people)
    await petra.getByRole('button', { name: t('people.teams.create') }).click()
    const dialog = petra.getByRole('dialog')
    await dialog.getByLabel(t('common.name')).fill('Web')
    await dialog.getByLabel(t('people.teams.members')).fill('Luca')
    await petra.getByRole('option', { name: /Luca Bernasconi/ }).click()
    await petra.keyboard.press('Tab')
    await dialog.getByRole('button', { name: t('people.teams.save') }).click()
    await petra.getByText(t('people.teams.saved', { name: 'Web' })).waitFor()
    await petra.getByText('Luca Bernasconi').first().waitFor()
  })

  test('gets a customer like a person does, which is taken back with one press, and given again', async () => {
    await petra.goto(`${given.url}/o/${alpweb}/customers/${foreign?.id ?? ''}`)
    const assigned = petra.getByText(t('customer-profile.people.teams', { teams: 'Web' })).first()
    const assign = async (meanwhile?: () => Promise<void>) => {
      await petra.getByRole('button', { name: t('customer-profile.people.assign') }).click()
      await petra.getByRole('dialog').getByRole('checkbox', { name: 'Web' }).click()
      await meanwhile?.()
      await petra.getByRole('button', { name: t('assignments.save') }).click()
      await petra.getByText(t('assignments.done')).waitFor()
      await assigned.waitFor()
    }
    await assign()
    await petra.getByRole('button', { name: t('ui.undo') }).click()
    await petra.getByText(t('ui.undone')).waitFor()
    await assigned.waitFor({ state: 'detached' })
    await assign(async () => {
      const at = `/o/${alpweb}/customers/${foreign?.id ?? ''}`
      const { body } = await marc.get(`${at}/assignable`)
      const held = (body['people'] as { id: string; name: string; assigned: boolean; rights: unknown }[])
        .filter(({ assigned, name }) => assigned !== (name === 'Luca Bernasconi'))
        .map(({ id, rights }) => ({ id, rights }))
      expect((await marc.send('POST', `${at}/assign`, { people: held })).status).toBe(200)
      await petra.getByRole('button', { name: t('assignments.save') }).click()
      await petra
        .getByRole('alert')
        .getByText(t('assignments.changed_meanwhile', { names: 'Luca Bernasconi' }))
        .waitFor()
    })
  })
})

describe('a collaborator', () => {
  test('sees the others greyed once the partner wants it, and asks for one', async () => {
    await petra.goto(people)
    await petra.getByRole('switch', { name: t('people.access.visible') }).click()
    await petra.getByRole('button', { name: t('people.access.save') }).click()
    await petra.getByText(t('people.access.saved')).waitFor()
    await collaborator.goto(`${given.url}/o/${alpweb}/customers`)
    const row = collaborator.getByRole('listitem').filter({ hasText: foreign?.name ?? '' })
    await row.getByRole('button', { name: t('people.ask') }).click()
    await collaborator.getByLabel(t('people.ask.why')).fill('Der Webshop ist langsam, Luca ist krank.')
    await collaborator.getByRole('button', { name: t('people.ask.send') }).click()
    await row.getByText(t('people.ask.waiting')).waitFor()
  })

  test('is approved for a day, and enters', async () => {
    await petra.goto(people)
    await petra.getByText('Der Webshop ist langsam, Luca ist krank.', { exact: false }).waitFor()
    await petra.getByRole('button', { name: t('people.asked.approve'), exact: true }).click()
    await petra.getByText(t('people.asked.approved.granted', { person: 'Anna Keller' })).waitFor()
    const partnership = await one('select partnership_id as id from managed_customer where id = $1', foreign?.id)
    await collaborator.goto(`${given.url}/c/${partnership}`)
    await collaborator
      .getByRole('region', { name: t('shell.acting.region') })
      .getByText(foreign?.name ?? '')
      .waitFor()
  })
})

describe('whoever leaves', () => {
  test('has a successor, and everything ends in one step', async () => {
    await petra.goto(people)
    await petra.getByRole('button', { name: t('people.colleagues.actions', { name: 'Anna Keller' }) }).click()
    await petra.getByRole('menuitem', { name: t('people.leave') }).click()
    await petra.getByRole('heading', { name: t('people.leave.title', { name: 'Anna Keller' }) }).waitFor()
    await petra.getByRole('combobox', { name: t('people.leave.successor'), exact: true }).click()
    await petra.getByRole('option', { name: /Luca Bernasconi/ }).click()
    await petra.getByRole('button', { name: t('people.leave.do', { name: 'Anna Keller' }) }).click()
    await petra.getByText(/Anna Keller ist ausgetreten/).waitFor()
    await collaborator.getByRole('heading', { name: t('shell.ended.title', { customer: foreign?.name ?? '' }) }).waitFor()
    expect(await one('select person_id as id from member where organisation_id = $1 and person_id = $2', alpweb, anna)).toBe('')
  })
})
