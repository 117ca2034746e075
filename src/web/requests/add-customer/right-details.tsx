// Of one row that is asked for: whether the partner can do without it, on which products, and why.
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { Family, RightId } from '../../../domain/rights/catalogue.ts'
import { reasonMax } from '../../../server/partnerships/contract.ts'
import { useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { AdjustProps } from './adjust-props.ts'
import { type Firmness, firmnessesOf, firmnessOf, type Reach, reaches, reachOf, withFirmness, withReach, withReason } from './asking.ts'

export type RightDetailsProps = AdjustProps & {
  name: string
  view: RightId
  /** The higher step, while it is asked for. */
  manage: RightId | null
  /** What has products to choose from; null where there are none, or where the family's row says it. */
  about: Family | RightId | null
}

export function RightDetails({ asking, onChange, name, view, manage, about }: RightDetailsProps) {
  const t = useTexts()
  const reason = asking.reasons[view] ?? ''
  const [isOpen, open] = useState(reason !== '')
  const choices = firmnessesOf(asking, view, manage)
  return (
    <fieldset className="grid gap-x-4 gap-y-3 rounded-md bg-sunken p-3 sm:grid-cols-2">
      <legend className="sr-only">{name}</legend>
      <Select<Firmness>
        label={t('add-customer.need')}
        value={firmnessOf(asking, view, manage)}
        onChange={(firmness) => onChange(withFirmness(asking, view, manage, firmness))}
        options={choices.map((value) => ({ value, label: t(`add-customer.need.${value}`) }))}
      />
      {about !== null && (
        <Select<Reach>
          label={t('add-customer.reach')}
          value={reachOf(asking, about)}
          onChange={(reach) => onChange(withReach(asking, about, reach))}
          options={reaches.map((value) => ({ value, label: t(`add-customer.reach.${value}`) }))}
        />
      )}
      <div className="sm:col-span-2">
        {isOpen ? (
          <Textarea
            label={t('add-customer.reason')}
            hint={t('add-customer.reason.hint')}
            optional
            rows={2}
            maxLength={reasonMax}
            value={reason}
            onChange={(text) => onChange(withReason(asking, view, text))}
            autoFocus={reason === ''}
          />
        ) : (
          <Button kind="quiet" size="small" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => open(true)}>
            {t('add-customer.reason.add')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
