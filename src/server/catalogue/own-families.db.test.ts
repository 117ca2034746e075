// A family of the provider's own, from its file to a granted and a refused decision, and what becomes of it when the file changes.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as client from 'openid-client'
import { describe, expect, test } from 'vitest'
import { givenConsole } from '../../../tests/given-console.ts'
import { givenOperators } from '../../../tests/given-operators.ts'
import { givenProducts } from '../../../tests/given-products.ts'
import { asked, requestTo } from '../../../tests/given-requests.ts'
import { givenServer } from '../../../tests/server.ts'
import { familyRights } from './family-right-store.ts'
import { refuseLosses } from './refuse-losses.ts'

const file = path.join(import.meta.dirname, '../../../examples/catalogue.json')
const server = await givenServer({ set: { CATALOGUE: file } })
const world = await givenProducts(server, ['domain.view', 'phone.view', 'phone.manage'])
const { acting, beck, own, partners, provider } = world
const { body: told } = await provider.tell('PUT', `/organisations/${beck.number}/products/t-1`, {
  family: 'phone',
  name: '+41 44 555 03 30',
})
const product = String(told['id'])
const system = server.database.system

describe('a family from a file', () => {
  test('is asked for, granted and seen like one of ours', async () => {
    expect((await partners.petra.get(`${acting}/products/${product}`)).body).toMatchObject({ family: 'phone', managers: ['Alpweb AG'] })
    const { may, missing } = (await partners.petra.get(`${acting}/products/${product}`)).body as { may: string[]; missing: object[] }
    expect(may).toEqual(expect.arrayContaining(['phone.view', 'phone.manage']))
    expect(missing).toContainEqual(expect.objectContaining({ right: 'phone.listen', givenBy: 'customer_legal_representative' }))
    const { body } = await beck.ruth.get(`${own}/partnerships/${world.partnershipId}`)
    expect(JSON.stringify(body)).toContain('phone.manage')
    expect(JSON.stringify(body)).not.toContain('phone.listen"')
    const help = await (await fetch(`${server.url}/api/help/what-full-means?language=en`)).text()
    expect(help).toContain('Read the list of calls and listen to messages on the answering machine.')
  })

  test('is decided about under its own name, granted and refused', async () => {
    const { config } = await givenConsole(server, { families: ['phone'] })
    const { access_token: token } = await client.clientCredentialsGrant(config, { scope: 'decisions' })
    const { rows: visits } = await server.database.owner.query<{ id: string }>('select id from visit where partnership_id = $1', [
      world.partnershipId,
    ])
    const decided = async (name: string) => {
      const response = await fetch(`${server.url}/access/v1/evaluation`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          subject: { type: 'user', id: partners.people.petra },
          action: { name },
          resource: { type: 'phone', id: product },
          context: { visit: visits[0]?.id },
        }),
      })
      return ((await response.json()) as { decision: boolean }).decision
    }
    expect([await decided('view'), await decided('phone.manage'), await decided('listen')]).toEqual([true, true, false])
  })

  test('is asked for under its sensitive right by whoever is verified, and needs what it needs', async () => {
    const more = { rights: [asked('phone.listen')] }
    const sent = await partners.petra.send('POST', `/o/${partners.alpweb}/requests`, requestTo({ email: 'neu@phone.example' }, more))
    expect(sent.status).toBe(200)
    expect(
      (
        await partners.petra.send(
          'POST',
          `/o/${partners.alpweb}/requests`,
          requestTo({ email: 'n@phone.example' }, { rights: [asked('phone.fax')] }),
        )
      ).status,
    ).toBe(422)
  })

  test('stands in the operator’s catalogue with its file', async () => {
    const { olga } = await givenOperators(server)
    const { body } = await olga.get('/operator/catalogue')
    const families = body['families'] as { id: string | null; own: boolean; rights: object[] }[]
    expect(body['file']).toBe('catalogue.json')
    expect(families.filter((family) => family.own).map(({ id }) => id)).toEqual(['phone'])
    expect(families.find(({ id }) => id === 'phone')?.rights.at(-1)).toEqual({
      id: 'phone.listen',
      access: 'content',
      needs: ['phone.manage'],
      sensitive: 'private',
      presets: ['full'],
    })
    expect((await partners.petra.get('/operator/catalogue')).status).toBe(404)
  })
})

describe('a file that changes', () => {
  const without = (...rights: string[]) => familyRights().filter(({ right }) => !rights.includes(right))

  test('with one right more, nobody has it by itself', async () => {
    await expect(
      refuseLosses(system, file, [...familyRights(), { right: 'phone.fax', family: 'phone', access: 'manage' }]),
    ).resolves.toBeUndefined()
    const { rows } = await server.database.owner.query<{ right: string }>(
      `select "right" from granted_right where partnership_id = $1 and "right" like 'phone.%' order by 1`,
      [world.partnershipId],
    )
    expect(rows.map(({ right }) => right)).toEqual(['phone.manage', 'phone.view'])
  })

  test('without a right that is granted does not start a server, and says what to do', async () => {
    await expect(refuseLosses(system, file, without('phone.manage'))).rejects.toThrow(
      /catalogue\.json: the right phone\.manage is missing, and it is in use: products of its family 1, customers who grant it 1, .*\. Put it back/,
    )
    await expect(refuseLosses(system, undefined, without('phone.view', 'phone.manage', 'phone.listen'))).rejects.toThrow(
      /CATALOGUE is not set: the right phone\.listen/,
    )
  })

  test('in which a granted right would open something else does not start one either', async () => {
    const turned = familyRights().map((one) => (one.right === 'phone.view' ? { ...one, access: 'content' as const } : one))
    await expect(refuseLosses(system, file, turned)).rejects.toThrow(/phone\.view had the access view and cannot have content now/)
  })

  test('may drop what nobody ever used', async () => {
    await system.query(`insert into family_right ("right", family, access) values ('fax.view', 'fax', 'view')`)
    await expect(refuseLosses(system, file, familyRights())).resolves.toBeUndefined()
  })

  test('is the example of the guide, which is whole', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('families.0.id', 'phone')
  })
})
