// What draws pages knows one of them at a time: nothing of one person's page stands in the next one, whatever its address looks like.
import { afterAll, expect, test } from 'vitest'
import { draw } from './draw.tsx'

const organisation = '01a22611-0659-7660-b160-bb886c951eb6'
const own = `/o/${organisation}`
const before = Object.getOwnPropertyDescriptor(globalThis, 'location')

afterAll(() => {
  if (before) Object.defineProperty(globalThis, 'location', before)
  else Reflect.deleteProperty(globalThis, 'location')
})

/** As drawing-process.ts draws a page of a colleague in this house, who waits for their list. */
function drawn(page: string): Promise<string> {
  const address = `https://manager.example${page}`
  Object.defineProperty(globalThis, 'location', { value: new URL(address), configurable: true })
  const role = { id: organisation, name: 'Alpweb AG', number: '1', isPartner: true, role: 'owner', isVerifiedPartner: true }
  const person = { id: organisation, name: 'Petra Keller', email: 'petra@alpweb.example', language: 'en', strength: 'email' }
  const shell = { organisation: role, role: 'owner', toCheckCount: 0, openRequestsCount: 0, uses: [] }
  return draw({
    ...{ address, language: 'en', zone: 'Europe/Zurich', width: 64 },
    answers: [
      ['/api/catalogue', 200, { families: [] }],
      ['/api/me', 200, { person, isOperator: false, organisations: [role] }],
      [`/api${own}/shell`, 200, shell],
    ],
  })
}

test('what a colleague searched for does not stand in the page that is drawn next, however its address is written', async () => {
  for (const next of ['/customers/', '/customers/?search=wyss', '/partners//']) {
    expect(await drawn(`${own}/customers?search=secretly`)).toContain('value="secretly"')
    expect(await drawn(own + next)).not.toContain('secretly')
  }
  expect(await drawn(`${own}/customers/?search=wyss`)).toContain('value="wyss"')
})
