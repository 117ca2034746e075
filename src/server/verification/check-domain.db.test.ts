// Two looks at a domain at once: what the newer one found stands, whichever is written down last.
import { expect, test } from 'vitest'
import { givenCaller } from '../../../tests/given-caller.ts'
import { givenOrganisation, givenPerson } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'
import { proofText } from '../../domain/verification/proof-of-domain.ts'

/** The first look waits for a slow name server and finds what stood there before. */
const slow = Promise.withResolvers<readonly string[]>()
const looks: (() => Promise<readonly string[]>)[] = [() => slow.promise]
let isPublished = false
const server = await givenServer({
  published: {
    txt: () => (looks.shift() ?? (async () => (isPublished ? await texts() : [])))(),
    file: async () => undefined,
  },
})
const { owner } = server.database
const texts = async () =>
  (await owner.query<{ token: string }>('select token from partner_application')).rows.map(({ token }) => proofText(token))
const petra = await givenPerson(server, { name: 'Petra', email: 'petra@alpweb.example', password: 'a long enough password of Petra' })
const alpweb = await givenOrganisation(server, { name: 'Alpweb', members: [[petra, 'legal_representative']] })
const asPetra = await givenCaller(server, petra)
const at = `/o/${alpweb}/partner-application`
const proof = async () => ((await asPetra.get(at)).body['application'] as { proof: string | null }).proof
const patient = { timeout: 20_000, interval: 50 }

test('what the button found is not lost to a look that began before and took longer', async () => {
  const firm = { legalName: 'Alpweb AG', country: 'CH', city: 'Olten', registerNumber: 'CHE-123.456.788', domain: 'alpweb.example' }
  expect((await asPetra.send('POST', at, { ...firm, contactEmail: 'kontakt@alpweb.example' })).status).toBe(200)
  await expect.poll(() => looks.length, patient).toBe(0)
  isPublished = true
  expect((await asPetra.send('POST', `${at}/check`, {})).status).toBe(200)
  await expect.poll(proof, patient).toBe('dns')
  slow.resolve([])
  const noted = async () => (await owner.query("select from job where kind = 'note-domain-proof' and done_at is not null")).rows.length
  await expect.poll(noted, patient).toBe(2)
  expect(await proof()).toBe('dns')
})
