import { describe, expect, test } from 'vitest'
import { givenDatabase } from '../../../tests/database.ts'
import { families, rightIds } from '../../domain/rights/catalogue.ts'
import { presetOf, presets, rightsOfPreset } from '../../domain/rights/presets.ts'

const database = await givenDatabase()

describe('SQL and the domain agree on presets', () => {
  const inSql = async (rights: readonly string[]) => {
    const { rows: answer } = await database.owner.query<{ preset: string | null }>('select preset_of($1) as preset', [rights])
    return answer[0]?.preset ?? null
  }
  test.each(presets.flatMap((preset) => (['customer', 'partner'] as const).map((payer) => ({ preset, payer }))))(
    '$preset, $payer pays',
    async ({ preset, payer }) => {
      expect(await inSql(rightsOfPreset(preset, payer))).toBe(preset)
    },
  )
  test('limited to some families is limited', async () => {
    for (const family of families) expect(await inSql(rightsOfPreset('limited', null, [family]))).toBe('limited')
  })
  test('one right more or less is none, unless the domain says so too', async () => {
    for (const preset of presets) {
      const rights = rightsOfPreset(preset, null)
      for (const right of rightIds) {
        const changed = rights.includes(right) ? rights.filter((one) => one !== right) : [...rights, right]
        const domain = presetOf(changed, null) ?? presetOf(changed, 'partner')
        expect([await inSql(changed), changed]).toEqual([domain, changed])
      }
    }
  })
})

test('SQL lists rights in the order of the catalogue', async () => {
  const { rows } = await database.owner.query<{ rights: string[] }>('select in_catalogue_order($1) as rights', [[...rightIds].toSorted()])
  expect(rows[0]?.rights).toEqual([...rightIds])
})
