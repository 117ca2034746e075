// Who made a link, a key, a forwarding or a rule, in words: a person and their partner, one of the own people, or as much as whoever acts may know.
import type { MadeBy } from '../../server/products/contract.ts'
import { useTexts } from '../texts.tsx'

/** Null: nobody of whom Prokura knows. */
export function useMaker(): (madeBy: MadeBy | null) => string | null {
  const t = useTexts()
  return (madeBy) => {
    if (madeBy === null) return null
    const { side, person, partner } = madeBy
    if (person === null) return t(side === 'own' ? 'products.made_by.own' : 'products.made_by.other_partner')
    // What came along with a product was made under a partnership of whoever had it before.
    return partner === null ? person : t('products.made_by', { side, person, partner })
  }
}
