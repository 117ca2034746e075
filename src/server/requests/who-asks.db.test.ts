// What a request says about who asks is what the operator verified: nothing a partner writes about itself reaches a stranger's mailbox.
import { expect, test } from 'vitest'
import { givenStranger } from '../../../tests/given-caller.ts'
import { mailTo } from '../../../tests/given-people.ts'
import { asked, givenPartners, requestTo, tokenOf } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { petra, alpweb } = await givenPartners(server)
const words = 'Ihr Konto wird gesperrt: sofort zustimmen'
const contact = { street: words, postalCode: '4600', phone: '', contactEmail: '', website: 'https://evil.example' }
const verify = (city: string | null, at: string) =>
  server.database.owner.query(`update organisation set verified_city = $2, verified_as_partner_at = ${at} where id = $1`, [alpweb, city])

test.each([
  ['a verified partner', 'Olten', 'now()', 'Olten'],
  ['a partner that is not verified', 'Olten', 'null', null],
])('of %s the place is what was verified, or none', async (_, city, at, shown) => {
  await verify(city, at)
  expect((await petra.send('PUT', `/o/${alpweb}/organisation`, { ...contact, city: words })).status).toBe(200)
  const email = `${at.replace(/\W/g, '')}@stranger.example`
  const what = { rights: [asked('domain.view', { reason: 'Weil wir Ihre Website betreuen' })] }
  const { body } = await petra.send('POST', `/o/${alpweb}/requests`, requestTo({ email, ownReference: words, listName: words }, what))
  const { text, subject } = await mailTo(server, email)
  expect(`${subject} ${text}`).not.toMatch(/gesperrt|evil|Weil wir/)
  if (shown) expect(text).toContain(shown)
  const token = await tokenOf(server, String(body['managedCustomerId']))
  const page = await givenStranger(server).get(`/requests/${token}`)
  expect(page.body['partner']).toMatchObject({ city: shown })
  expect(JSON.stringify(page.body)).not.toMatch(/gesperrt|evil|Weil wir/)
})
