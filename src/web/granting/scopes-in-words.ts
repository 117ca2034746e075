// On what a right may be used, in words: families and products by name, and whether later ones come along.
import type { Scope } from '../../domain/rights/scope.ts'
import type { Formats } from '../formats.ts'
import type { Translate } from '../texts.tsx'

export type Named = { readonly id: string; readonly name: string }

export function scopesInWords(t: Translate, formats: Formats, scopes: readonly Scope[], products: readonly Named[]): string | null {
  const parts = scopes.flatMap((scope) => wordsOf(t, scope, products))
  return parts.length === 0 ? null : formats.list(parts)
}

function wordsOf(t: Translate, scope: Scope, products: readonly Named[]): readonly string[] {
  switch (scope.kind) {
    case 'organisation':
      return []
    case 'all':
      return [t(scope.future ? 'consent.reach.all_future' : 'consent.reach.all_today')]
    case 'family':
      return [
        t('ui.with_value', {
          label: t(`families.${scope.family}`),
          value: t(scope.future ? 'consent.reach.all_future' : 'consent.reach.all_today'),
        }),
      ]
    case 'product':
      return [products.find(({ id }) => id === scope.productId)?.name ?? t('rights.scope.chosen', { count: 1 })]
  }
}
