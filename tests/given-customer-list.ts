// A partner with customers in every state, and a rival with one: what tests of the list look at.
import { expect } from 'vitest'
import { type Caller, givenCaller } from './given-caller.ts'
import { listRows } from './given-list-rows.ts'
import type { TestServer } from './server.ts'

const names = [
  'Bäckerei Zürcher GmbH',
  'Zürn Holzbau AG',
  'Müller Söhne AG',
  'Hôtel du Lac Léman SA',
  'Rossi & Figli Sagl',
  'Garage Élan Sàrl',
  'Weingut Höß & Söhne KG',
]

export type ListedRow = {
  id: string
  name: string
  status: string
  may: string[]
  people: { id: string; name: string }[]
  [key: string]: unknown
}
export type Listed = {
  customers: ListedRow[]
  next: string | null
  found: number
  counts: { all: number; statuses: Record<string, number>; toRelease: number; toCheck: number }
}
export const namesIn = ({ customers }: Pick<Listed, 'customers'>): string[] => customers.map(({ name }) => name)

export async function givenCustomerList(server: TestServer) {
  const rows = listRows(server.database.owner)
  const partner = await rows.organisation('Alpweb AG', { partner: true })
  const rival = await rows.organisation('Webwerk GmbH', { partner: true })
  const petraId = await rows.person('Petra Frei', partner, 'legal_representative')
  const annaId = await rows.person('Anna Keller', partner, 'collaborator')
  const rivalId = await rows.person('Rolf Wyss', rival, 'legal_representative')
  const marcId = await rows.person('Marc Sutter', partner, 'administrator')
  const customers: { readonly partner: string; readonly customer: string; readonly partnership: string }[] = []
  for (const [index, name] of names.entries()) {
    const customer = await rows.organisation(name)
    const by = await rows.person(`Chef ${index}`, customer, 'legal_representative')
    const asked = await rows.invitation(partner, petraId, {
      preset: 'limited',
      reference: `Ref${index}00`,
      rights: [{ right: 'domain.view' }, { right: 'domain.manage' }, { right: 'organisation.view' }],
    })
    const notAfter = index === 4 ? new Date(Date.now() + 12 * 86_400_000) : index === 5 ? new Date(Date.now() - 86_400_000) : null
    const rights = index % 2 ? ['domain.view'] : ['organisation.view', 'domain.view', 'domain.manage']
    const granted = { rights, notAfter, terms: { payer: index === 4 ? 'partner' : 'customer' } }
    const partnership = await rows.answer(asked, { partner, customer, by }, granted)
    customers.push({ partner, customer, partnership })
  }
  if (customers[0]) await rows.assign(customers[0], annaId, petraId)
  await rows.invitation(partner, petraId, { email: 'buero@neukunde.example' })
  await rows.invitation(partner, petraId, { state: 'prepared', listName: 'Käserei Öttli' })
  await rows.invitation(partner, petraId, { email: 'alt@vergessen.example', expiresAt: new Date(Date.now() - 1000) })
  await rows.invitation(rival, rivalId, { email: 'geheim@anderswo.example' })
  const [petra, marc, anna, other] = [
    await givenCaller(server, petraId),
    await givenCaller(server, marcId),
    await givenCaller(server, annaId),
    await givenCaller(server, rivalId),
  ]
  const list = async (caller: Caller, query = '') => {
    const { status, body } = await caller.get(`/o/${partner}/customers${query}`)
    expect(status).toBe(200)
    const found = await caller.get(
      `/o/${partner}/customers/found${query.replace(/[?&](limit|cursor|offset)=[^&]*/g, '').replace(/^&/, '?')}`,
    )
    const counts = await caller.get(`/o/${partner}/customers/counts`)
    return { ...body, found: found.body['count'], counts: counts.body } as Listed
  }
  return { rows, partner, rival, petra, marc, anna, other, petraId, annaId, customers, list }
}
