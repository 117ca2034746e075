// Which products of a family the rights reach: all, all of today, or chosen ones.
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { asId, type ProductId } from '../../domain/ids.ts'
import type { Family } from '../../domain/rights/catalogue.ts'
import type { Scope } from '../../domain/rights/scope.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import type { ChoosableProduct } from './judge.ts'

type Reach = 'all_future' | 'all_today' | 'chosen'

export type ReachFieldProps = {
  family: Family
  products: readonly ChoosableProduct[]
  scopes: readonly Scope[]
  /** Products the partner named. */
  asked: readonly Scope[]
  onChange: (scopes: readonly Scope[]) => void
}

export function ReachField({ family, products, scopes, asked, onChange }: ReachFieldProps) {
  const t = useTexts()
  const id = useId()
  const reach = reachOf(scopes)
  const [isOpen, open] = useState(false)
  const named = t(`families.${family}`)
  return (
    <div className="rounded-md bg-sunken text-sm">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => open(!isOpen)}
        className="flex min-h-9 w-full items-center justify-between gap-3 rounded-md px-3 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
      >
        <span className="min-w-0">
          <VisuallyHidden>{t('consent.reach.label', { family: named })} </VisuallyHidden>
          {summary(t, reach, scopes, products)}
        </span>
        <span className="flex shrink-0 items-center gap-1 text-accent-ink">
          {t('common.change')}
          <ChevronDown aria-hidden="true" className={`size-4 transition-[rotate] ${isOpen ? 'rotate-180' : ''}`} />
        </span>
      </button>
      <div id={id} hidden={!isOpen} className="flex flex-col gap-3 px-3 pt-1 pb-3">
        {isOpen && (
          <RadioGroup<Reach>
            label={t('consent.reach.label', { family: named })}
            labelHidden
            value={reach}
            onChange={(chosen) => onChange(scopesFor(chosen, products, asked))}
            options={(['all_future', 'all_today', 'chosen'] as const).map((value) => ({ value, label: t(`consent.reach.${value}`) }))}
          />
        )}
        {isOpen && reach === 'chosen' && <ProductChoice {...{ products, scopes, onChange }} />}
      </div>
    </div>
  )
}

function ProductChoice({ products, scopes, onChange }: Pick<ReachFieldProps, 'products' | 'scopes' | 'onChange'>) {
  const t = useTexts()
  const chosen = new Set(scopes.flatMap((scope) => (scope.kind === 'product' ? [String(scope.productId)] : [])))
  const toggle = (id: string, on: boolean) =>
    onChange(productScopes(products.filter((product) => (product.id === id ? on : chosen.has(product.id)))))
  return (
    <div className="flex max-h-72 flex-col gap-2 overflow-y-auto border-l border-line pl-4">
      {products.map(({ id, name }) => (
        <Checkbox key={id} label={name} checked={chosen.has(id)} onChange={(on) => toggle(id, on)} />
      ))}
      {chosen.size === 0 && <p className="text-warning-ink">{t('consent.reach.none')}</p>}
    </div>
  )
}

function reachOf(scopes: readonly Scope[]): Reach {
  const [first] = scopes
  if (first === undefined || first.kind === 'product') return 'chosen'
  return first.kind !== 'organisation' && first.future ? 'all_future' : 'all_today'
}

function scopesFor(reach: Reach, products: readonly ChoosableProduct[], asked: readonly Scope[]): readonly Scope[] {
  if (reach === 'all_future') return [{ kind: 'all', future: true }]
  if (reach === 'all_today') return [{ kind: 'all', future: false }]
  return asked.length > 0 ? asked : productScopes(products)
}

function productScopes(products: readonly ChoosableProduct[]): readonly Scope[] {
  return products.map(({ id }) => ({ kind: 'product', productId: asId<ProductId>(id) }))
}

function summary(t: Translate, reach: Reach, scopes: readonly Scope[], products: readonly ChoosableProduct[]): string {
  if (reach !== 'chosen') return t(`consent.reach.${reach}`)
  const only =
    scopes.length === 1 ? products.find(({ id }) => scopes.some((scope) => scope.kind === 'product' && scope.productId === id)) : undefined
  return only?.name ?? t('rights.scope.chosen', { count: scopes.length })
}
