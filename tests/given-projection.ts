// A partner with two of its people and a customer, in rows; and the partner's list as the triggers keep it.
import { expect } from 'vitest'
import { givenDatabase } from './database.ts'
import { listRows } from './given-list-rows.ts'

export async function givenProjection() {
  const database = await givenDatabase()
  const rows = listRows(database.owner)
  const partner = await rows.organisation('Alpweb AG', { partner: true })
  const petra = await rows.person('Petra Frei', partner, 'legal_representative')
  const anna = await rows.person('Anna Keller', partner, 'collaborator')
  const customer = await rows.organisation('Bäckerei Zürcher GmbH')
  const listed = async (column: 'id' | 'partnership_id', id: string) =>
    (await database.owner.query<Record<string, unknown>>(`select * from managed_customer where ${column} = $1`, [id])).rows
  return {
    ...{ database, rows, partner, petra, anna, customer },
    rowOf: async (id: string) => (await listed('id', id))[0] as Record<string, unknown>,
    rowOfPartnership: async (id: string) => {
      const found = await listed('partnership_id', id)
      expect(found.length).toBe(1)
      return found[0] as Record<string, unknown>
    },
  }
}
