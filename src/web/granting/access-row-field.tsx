// One family, or one matter of the whole organisation: No, See or Manage, what that means, and the partner's reason.
import { memo } from 'react'
import type { RequestedRight, Scope } from '../../domain/rights/scope.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Badge } from '../ui/status.tsx'
import { isBelow, levelAsked, levelNeeded, reasonsFor, withoutItFor } from './asked.ts'
import { type AccessRow, familyOf, type Level, withLevel, withReach } from './choosing.ts'
import type { ChoosingProps } from './choosing-props.ts'
import { NeededMissing } from './needed-missing.tsx'
import { Quotes, WithoutIt } from './quotes.tsx'
import { ReachField } from './reach-field.tsx'

export type AccessRowFieldProps = Omit<ChoosingProps, 'choosing'> & {
  row: AccessRow
  level: Level
  /** Which products of the family are reached. */
  reach: readonly Scope[]
}

/** Drawn again only when its own answer changes: the page has many of them. */
export const AccessRowField = memo(function AccessRowField({ row, level, reach, ...props }: AccessRowFieldProps) {
  const t = useTexts()
  const { onChange, requested, partner, products } = props
  const asked = levelAsked(requested, row)
  const needed = levelNeeded(requested, row)
  const family = familyOf(row)
  const isChanged = props.changed?.has(row.view) || (row.manage !== null && props.changed?.has(row.manage))
  const own = products.filter((product) => product.family === family)
  return (
    <li className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          {nameOfRow(t, row)}
          {needed !== 'no' && <Badge tone="info">{t('rights.requirement.required')}</Badge>}
          {isChanged && <Badge tone="warning">{t('conversation.changed_mark')}</Badge>}
        </h3>
        <p className="text-sm text-muted">{sentence(t, row, level, partner)}</p>
        <Quotes reasons={reasonsFor(requested, [row.view, row.manage])} />
        <WithoutIt texts={withoutItFor(requested, [row.view, row.manage])} />
        {isBelow(level, asked) && <p className="text-sm text-muted">{t('consent.row.asked', { level: t(`rights.level.${asked}`) })}</p>}
        {isBelow(level, needed) && <NeededMissing partner={partner} />}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <SegmentedControl
          label={nameOfRow(t, row)}
          labelHidden
          wide
          value={level}
          onChange={(chosen: Level) => onChange((choosing) => withLevel(choosing, row, chosen))}
          options={levelsOf(row).map((value) => ({ value, label: t(`rights.level.${value}`) }))}
        />
      </div>
      {family !== null && level !== 'no' && own.length > 0 && (
        <div className="sm:col-span-2">
          <ReachField
            family={family}
            products={own}
            scopes={reach}
            asked={askedReach(requested, row)}
            onChange={(scopes) => onChange((choosing) => withReach(choosing, family, scopes))}
          />
        </div>
      )}
    </li>
  )
})

export function nameOfRow(t: Translate, { id }: AccessRow): string {
  return id === 'organisation' || id === 'people' || id === 'billing' ? t(`consent.row.${id}`) : t(`families.${id}`)
}

function levelsOf({ manage }: AccessRow): readonly Level[] {
  return manage === null ? ['no', 'view'] : ['no', 'view', 'manage']
}

function sentence(t: Translate, row: AccessRow, level: Level, partner: string): string {
  if (level === 'no') return t('consent.row.nothing', { partner })
  return t(`rights.${level === 'manage' && row.manage !== null ? row.manage : row.view}`)
}

/** What the partner asked for of this family, when it named products; otherwise the choice is the customer's. */
function askedReach(requested: readonly RequestedRight[], { view }: AccessRow): readonly Scope[] {
  return requested.flatMap(({ right, scope }) => (right === view && scope.kind === 'product' ? [scope] : []))
}
