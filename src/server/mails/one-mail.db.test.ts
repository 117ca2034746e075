// What happens in one transaction reaches each person once, in their own language.
import { expect, test, vi } from 'vitest'
import { dayAhead, inEnglish } from '../../../tests/given-dates.ts'
import { givenPerson, mailTo } from '../../../tests/given-people.ts'
import { asked, givenActive, givenCustomer, givenPartners, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { owner } = server.database
const story = await givenPartners(server)
const customer = await givenCustomer(server, 'Bäckerei Zürcher GmbH', 'info@baeckerei.example')
const { partnershipId } = await givenActive(server, story, customer, ['domain.view', 'domain.manage', 'mail.view'])
const path = `/o/${customer.id}/partnerships/${partnershipId}`
const subjectsTo = async (address: string) => (await server.mailbox.list({ to: address })).map(({ subject }) => subject)
const emailOf = async (personId: string) =>
  (await owner.query('select email from person where id = $1', [personId])).rows[0].email as string

/** Nothing is left to do: whatever was to be sent was sent. */
const allIsDone = () =>
  vi.waitFor(
    async () => {
      const { rows } = await owner.query(
        "select kind from job where done_at is null and failed_at is null and kind in ('react', 'send-mail')",
      )
      expect(rows).toEqual([])
    },
    { timeout: 20_000 },
  )

const all = (right: string) => ({ right, scopes: [{ kind: 'all', future: true }] })

test('rights, end and payer changed in one command are one mail that says all three', async () => {
  const { marc } = story.people
  await allIsDone()
  const lastDay = dayAhead(213)
  const before = (await subjectsTo(await emailOf(marc))).length
  const changed = await customer.ruth.send('PUT', `${path}/grant`, {
    version: 1,
    rights: [all('domain.view'), all('domain.manage'), all('hosting.view')],
    terms: { startsOn: null, end: { kind: 'on', date: lastDay }, payer: null, paymentMethodId: null, spendingLimit: null },
    renew: false,
  })
  expect(changed.body).toMatchObject({ version: 2 })
  await allIsDone()
  const news = (await subjectsTo(await emailOf(marc))).slice(0, -before || undefined)
  expect(news).toEqual(['Bäckerei Zürcher GmbH changed your rights'])
  const { text } = await mailTo(server, await emailOf(marc))
  expect(text).toContain(inEnglish(lastDay))
  expect(text.replaceAll(/\s+/g, ' ')).toContain('From now on nothing can be ordered: no payer is set.')
})

test('an address of somebody we know gets its mail in the language of that person', async () => {
  await givenPerson(server, { name: 'Chiara Rossi', email: 'chiara@rossi.example', language: 'it' })
  const request = requestTo({ email: 'Chiara@Rossi.example', language: 'fr' }, { rights: [asked('domain.view')] })
  const sent = await story.petra.send('POST', `/o/${story.alpweb}/requests`, request)
  expect([sent.status, sent.body]).toEqual([200, expect.anything()])
  await allIsDone()
  expect(await subjectsTo('chiara@rossi.example')).toEqual(['Richiesta di accesso da Alpweb AG'])
})
