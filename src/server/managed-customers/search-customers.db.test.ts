import { describe, expect, test } from 'vitest'
import { givenCustomerList, namesIn } from '../../../tests/given-customer-list.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const { petra, list } = await givenCustomerList(server)

describe('the search', () => {
  test.each([
    ['zürich', []],
    ['zür', ['Bäckerei Zürcher GmbH', 'Zürn Holzbau AG']],
    ['ZUER', ['Bäckerei Zürcher GmbH', 'Zürn Holzbau AG']],
    ['zurch', ['Bäckerei Zürcher GmbH']],
    ['mueller', ['Müller Söhne AG']],
    ['soh ag', ['Müller Söhne AG']],
    ['höss', ['Weingut Höß & Söhne KG']],
    ['hotel leman', ['Hôtel du Lac Léman SA']],
    ['elan', ['Garage Élan Sàrl']],
    ['ref400', ['Rossi & Figli Sagl']],
    ['neukunde', ['buero@neukunde.example']],
    ["%' or 1=1 --", []],
    ['geheim', []],
  ])('%s', async (search, found) => {
    expect(namesIn(await list(petra, `?search=${encodeURIComponent(search)}`))).toEqual(found)
  })

  test('finds the number people read to each other', async () => {
    const number = (await list(petra)).customers.find(({ name }) => name === 'Müller Söhne AG')?.['number']
    expect(namesIn(await list(petra, `?search=${String(number)}`))).toEqual(['Müller Söhne AG'])
  })
})
