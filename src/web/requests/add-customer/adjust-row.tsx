// One family, or one matter of the whole organisation: No, See or Manage, in the words the customer will read.
import { nameOfRow } from '../../granting/access-row-field.tsx'
import type { AccessRow, Level } from '../../granting/choosing.ts'
import { useTexts } from '../../texts.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import type { AdjustProps } from './adjust-props.ts'
import { askLevel, levelAskedFor } from './asking.ts'
import { RightDetails } from './right-details.tsx'

export function AdjustRow({ row, asking, onChange }: AdjustProps & { row: AccessRow }) {
  const t = useTexts()
  const level = levelAskedFor(asking, row)
  const family = row.id === 'organisation' || row.id === 'people' || row.id === 'billing' ? null : row.id
  const name = nameOfRow(t, row)
  const levels: readonly Level[] = row.manage === null ? ['no', 'view'] : ['no', 'view', 'manage']
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="flex min-w-0 flex-col gap-1">
          <h3 className="font-medium">{name}</h3>
          <p className="text-sm text-muted">
            {level === 'no' ? t('add-customer.row.no') : t(`rights.${level === 'manage' && row.manage ? row.manage : row.view}`)}
          </p>
        </div>
        <SegmentedControl
          label={name}
          labelHidden
          wide
          value={level}
          onChange={(chosen: Level) => onChange(askLevel(asking, row, chosen))}
          options={levels.map((value) => ({ value, label: t(`rights.level.${value}`) }))}
        />
      </div>
      {level !== 'no' && (
        <RightDetails {...{ asking, onChange, name }} view={row.view} manage={level === 'manage' ? row.manage : null} about={family} />
      )}
    </li>
  )
}
