import { describe, expect, test } from 'vitest'
import { entriesOf, givenProducts } from '../../../tests/given-products.ts'
import { givenServer } from '../../../tests/server.ts'

const world = await givenProducts(await givenServer())
const { own, acting, narrow, nobody, beck, neighbour, partners, collaborator, administrator } = world
const { petra, paul } = partners
const contact = {
  street: 'Niederdorfstrasse 7',
  postalCode: '8001',
  city: 'Zürich',
  phone: '+41 44 555 03 30',
  contactEmail: 'info@beck.example',
  website: 'https://beck.example/',
}

describe('address and contact', () => {
  test('are seen by every member and by partners with the right', async () => {
    for (const [caller, place] of [
      [beck.ruth, own],
      [collaborator, own],
      [petra, acting],
    ] as const)
      expect((await caller.get(`${place}/organisation`)).body).toMatchObject({ name: beck.name, number: beck.number })
    expect((await nobody.get(`${own}/organisation`)).status).toBe(401)
    expect((await neighbour.ruth.get(`${own}/organisation`)).status).toBe(404)
    expect((await paul.get(`${narrow}/organisation`)).body['code']).toBe('right_missing')
    const [read] = await entriesOf(beck.ruth, beck.id, 'visit.read')
    expect(read).toMatchObject({ data: { what: 'organisation' } })
  })

  test('are changed by a legal representative alone, never on somebody’s behalf, and on record', async () => {
    expect((await nobody.send('PUT', `${own}/organisation`, contact)).status).toBe(401)
    for (const caller of [collaborator, administrator]) expect((await caller.send('PUT', `${own}/organisation`, contact)).status).toBe(403)
    expect((await petra.send('PUT', `${acting}/organisation`, contact)).status).toBe(404)
    expect((await beck.ruth.send('PUT', `${own}/organisation`, contact)).body).toMatchObject(contact)
    expect((await beck.ruth.get(`${own}/organisation`)).body).toMatchObject({ ...contact, mayChange: true })
    const [entry] = await entriesOf(beck.ruth, beck.id, 'organisation.address_changed')
    expect(entry).toMatchObject({
      detail: { after: 'Niederdorfstrasse 7, 8001 Zürich, +41 44 555 03 30, info@beck.example, https://beck.example/' },
    })
  })

  test.each([
    [{ contactEmail: 'x' }, 'invalid_address'],
    [{ website: 'javascript:alert(1)' }, 'invalid_input'],
    [{ city: 'a\u0000' }, 'invalid_input'],
    [{ name: 'Anders AG' }, 'invalid_input'],
    [{ registerNumber: 'CHE-1' }, 'invalid_input'],
  ])('are refused with %j', async (bad, code) => {
    expect((await beck.ruth.send('PUT', `${own}/organisation`, { ...contact, ...bad })).body['code']).toBe(code)
  })
})
