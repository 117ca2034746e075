// Rights to ask for, by family: ticked one by one; a ticked one can be needed, and says why.
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { isSensitive, type RightId } from '../../domain/rights/catalogue.ts'
import { withoutItMax } from '../../server/partnerships/contract.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Badge } from '../ui/status.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { change, groupsOf, type Picked, type Picking, withoutRight, withRight } from './picked-rights.ts'

export type RightsPickerProps = {
  /** What can be asked for. */
  offered: readonly RightId[]
  /** What is in force already. */
  has: readonly RightId[]
  picking: Picking
  onChange: (picking: Picking) => void
}

export function RightsPicker({ offered, has, picking, onChange }: RightsPickerProps) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-5">
      {groupsOf(offered).map(({ id, rights }) => (
        <fieldset key={id} className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1.5 text-sm font-semibold">{t(`families.${id}`)}</legend>
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
            {rights.map((right) => (
              <li key={right} className="flex flex-col gap-3 px-3 py-2.5">
                <PickedRight right={right} has={has} picking={picking} onChange={onChange} />
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  )
}

function PickedRight({ right, has, picking, onChange }: Omit<RightsPickerProps, 'offered'> & { right: RightId }) {
  const t = useTexts()
  const picked = picking[right]
  return (
    <>
      <Checkbox
        label={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {t(`rights.${right}.name`)}
            {isSensitive(right) && <Badge tone="warning">{t('rights.sensitive')}</Badge>}
          </span>
        }
        hint={t(`rights.${right}`)}
        checked={picked !== undefined}
        onChange={(on) => onChange(on ? withRight(picking, right, has) : withoutRight(picking, right))}
      />
      {picked && <HowFirmly picked={picked} onChange={(changed) => onChange(change(picking, right, changed))} />}
    </>
  )
}

function HowFirmly({ picked, onChange }: { picked: Picked; onChange: (changed: Partial<Picked>) => void }) {
  const t = useTexts()
  const [isOpen, setOpen] = useState(picked.reason + picked.withoutIt !== '')
  return (
    <div className="flex flex-col gap-2 pl-6.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Checkbox label={t('requests.pick.required')} checked={picked.required} onChange={(required) => onChange({ required })} />
        {!isOpen && (
          <Button size="small" kind="quiet" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => setOpen(true)}>
            {t('requests.pick.reason.add')}
          </Button>
        )}
      </div>
      {isOpen && (
        <TextInput
          label={t('requests.pick.reason')}
          hint={t('requests.pick.reason.hint')}
          optional
          maxLength={500}
          value={picked.reason}
          onChange={(reason) => onChange({ reason })}
        />
      )}
      {isOpen && (
        <TextInput
          label={t('add-customer.without_it')}
          hint={t('add-customer.without_it.hint')}
          optional
          maxLength={withoutItMax}
          value={picked.withoutIt}
          onChange={(withoutIt) => onChange({ withoutIt })}
        />
      )}
    </div>
  )
}
