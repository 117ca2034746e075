import { describe, expect, test } from 'vitest'
import type { Caller } from '../../../tests/given-caller.ts'
import { givenCustomerList } from '../../../tests/given-customer-list.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { rows, partner, petra, anna, petraId, customers } = await givenCustomerList(server)

describe('the switcher', () => {
  const switchable = async (caller: Caller, search = '') => {
    const { body } = await caller.get(`/o/${partner}/switcher?search=${encodeURIComponent(search)}`)
    return body as { customers: { customerName: string; pinned: boolean; recent: boolean; partnershipId: string }[]; total: number }
  }

  test('lists whom the person may enter: kept on top, then recent, then by name', async () => {
    if (customers[2]) await rows.visit(customers[2], petraId)
    await petra.send('PUT', `/o/${partner}/switcher/${customers[1]?.partnership}`, { pinned: true })
    const { customers: listed, total } = await switchable(petra)
    expect(listed.map(({ customerName, pinned, recent }) => [customerName, pinned, recent])).toEqual([
      ['Zürn Holzbau AG', true, false],
      ['Müller Söhne AG', false, true],
      ['Bäckerei Zürcher GmbH', false, false],
      ['Hôtel du Lac Léman SA', false, false],
      ['Rossi & Figli Sagl', false, false],
      ['Weingut Höß & Söhne KG', false, false],
    ])
    expect(total).toBe(6)
    expect((await switchable(petra, 'zuer')).customers.map(({ customerName }) => customerName)).toEqual([
      'Zürn Holzbau AG',
      'Bäckerei Zürcher GmbH',
    ])
    await petra.send('PUT', `/o/${partner}/switcher/${customers[1]?.partnership}`, { pinned: false })
    expect((await switchable(petra)).customers[0]).toMatchObject({ customerName: 'Müller Söhne AG' })
  })

  test('shows a collaborator the assigned customers alone, and pins no others', async () => {
    expect((await switchable(anna)).customers.map(({ customerName }) => customerName)).toEqual(['Bäckerei Zürcher GmbH'])
    expect((await anna.send('PUT', `/o/${partner}/switcher/${customers[1]?.partnership}`, { pinned: true })).status).toBe(404)
  })

  test('leaves out who admits named people only, unless one is named', async () => {
    await rows.run('update partnership set named_people_only = true where id = $1', customers[0]?.partnership)
    expect((await switchable(petra, 'zurcher')).customers).toEqual([])
    await rows.run('update partnership set named_people_only = false where id = $1', customers[0]?.partnership)
  })
})
