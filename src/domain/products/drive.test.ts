import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FolderSettings, faultOfFolder, folderName, linkAccesses, linksBeyond, mayLink, sharings } from './drive.ts'

const drive = { usedMb: 2_000, storageMb: 100_000, others: [{ name: 'Verwaltung', quotaMb: 60_000 }] }
const folder = (fields: Partial<FolderSettings> = {}): FolderSettings => ({ name: 'Rezepte', quotaMb: 10_000, sharing: 'off', ...fields })

describe('a folder', () => {
  test.each([
    [{}, null],
    [{ name: 'Löhne 2026 & Verträge' }, null],
    [{ name: '' }, 'folder_name'],
    [{ name: '../etc' }, 'folder_name'],
    [{ name: 'a\u202eb' }, 'folder_name'],
    [{ name: 'verwaltung' }, 'folder_name_taken'],
    [{ quotaMb: 10 }, 'quota'],
    [{ quotaMb: 1_000 }, 'quota_below_used'],
    [{ quotaMb: 40_000 }, null],
    [{ quotaMb: 40_001 }, 'storage_full'],
  ] as const)('%j: %s', (fields, fault) => {
    expect(faultOfFolder(folder(fields), drive)).toBe(fault)
  })

  test('is called the same, however its spaces were written', () => {
    expect(folderName('  Rezepte   Winter\t')).toBe('Rezepte Winter')
  })
})

test('folders that stand together without a fault never take more than the drive has', () => {
  const sizes = fc.array(fc.integer({ min: 100, max: 50_000 }), { maxLength: 12 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 100, max: 200_000 }), (quotas, storageMb) => {
      const taken: FolderSettings[] = []
      for (const [at, quotaMb] of quotas.entries()) {
        const next = folder({ name: `Ordner ${at}`, quotaMb })
        if (faultOfFolder(next, { usedMb: 0, storageMb, others: taken }) === null) taken.push(next)
      }
      expect(taken.reduce((sum, { quotaMb }) => sum + quotaMb, 0)).toBeLessThanOrEqual(storageMb)
    }),
  )
})

test('links that stay when a folder is shared otherwise are exactly those that it still allows', () => {
  const links = fc.array(fc.record({ access: fc.constantFrom(...linkAccesses) }))
  fc.assert(
    fc.property(links, fc.constantFrom(...sharings), (all, sharing) => {
      const ended = linksBeyond(all, sharing)
      const staying = all.filter((link) => !ended.includes(link))
      expect(staying.every(({ access }) => mayLink(sharing, access))).toBe(true)
      expect(ended.some(({ access }) => mayLink(sharing, access))).toBe(false)
      if (sharing === 'off') expect(staying).toEqual([])
    }),
  )
})
