// Who could touch this now: own people and those of partners, by name, as it is decided for each of them.
import { describe, expect, test } from 'vitest'
import { givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const server = await givenServer()
const story = await givenProducts(server)
const { beck, own, products, partners, partnershipId } = story

type Group = { name: string; people: { name: string; level: string }[] }
async function access(path: string) {
  const { status, body } = await beck.ruth.get(`${own}${path}`)
  expect(status).toBe(200)
  return {
    members: (body['members'] as { name: string; level: string }[]).map(({ name, level }) => `${name} ${level}`),
    partners: (body['partners'] as Group[]).map(
      ({ name, people }) => `${name}: ${people.map((one) => `${one.name} ${one.level}`).join(', ')}`,
    ),
  }
}

describe('who has access', () => {
  test('to the organisation: everybody who could enter', async () => {
    const { members, partners: firms } = await access('/access')
    expect(members).toEqual(['Ruth Bäckerei Zürcher GmbH change', 'Vreni Zürcher change', expect.stringMatching(/^Beat Zürcher /)])
    expect(firms).toEqual(['Alpweb AG: Marc change, Petra change', 'Webwerk GmbH: Paul see'])
  })

  test('to a product: only those whose rights reach it', async () => {
    expect((await access(`/products/${products.domain}/access`)).partners).toEqual(['Alpweb AG: Marc change, Petra change'])
    expect((await access(`/products/${products.second}/access`)).partners).toEqual([
      'Alpweb AG: Marc change, Petra change',
      'Webwerk GmbH: Paul change',
    ])
  })

  test('is asked by leaders, about their own products', async () => {
    expect((await story.collaborator.get(`${own}/access`)).body['code']).toBe('not_entitled')
    expect((await beck.ruth.get(`${own}/products/${products.foreign}/access`)).status).toBe(404)
    expect((await partners.petra.get(`${own}/products/${products.domain}/access`)).status).toBe(404)
  })

  test('is as new as the question', async () => {
    expect((await beck.ruth.send('POST', `${own}/partnerships/${partnershipId}/stop`, {})).status).toBe(200)
    expect((await access('/access')).partners).toEqual(['Webwerk GmbH: Paul see'])
    expect((await access(`/products/${products.domain}/access`)).partners).toEqual([])
  })
})
