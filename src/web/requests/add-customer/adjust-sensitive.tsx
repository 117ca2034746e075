// One sensitive right with its mark, asked for or not; where it cannot be asked for, why.
import { Diamond } from 'lucide-react'
import { type RightId, rightOf } from '../../../domain/rights/catalogue.ts'
import { useTexts } from '../../texts.tsx'
import { Badge } from '../../ui/status.tsx'
import { Switch } from '../../ui/switch.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { AdjustProps } from './adjust-props.ts'
import { type Asking, ask, pickedFamilies } from './asking.ts'
import { RightDetails } from './right-details.tsx'

export type AdjustSensitiveProps = AdjustProps & { right: RightId; isVerified: boolean; isPartnerPaying: boolean }

export function AdjustSensitive({ right, asking, onChange, isVerified, isPartnerPaying }: AdjustSensitiveProps) {
  const t = useTexts()
  const { sensitive, level } = rightOf(right)
  const isOn = asking.rights.includes(right)
  const hindrance = hindranceOf(right, asking, isPartnerPaying)
  const name = t(`rights.${right}.name`)
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="flex min-w-0 flex-col gap-1">
          <h4 className="flex items-start gap-2 font-medium">
            <Diamond aria-hidden="true" className="mt-1 size-3 shrink-0 fill-current text-warning" />
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <span className="min-w-0">{name}</span>
              {sensitive && <Badge tone="warning">{t(`rights.sensitive.${sensitive}`)}</Badge>}
            </span>
          </h4>
          <p className="text-sm text-muted">{t(`rights.${right}`)}</p>
          {hindrance !== null && <p className="text-sm text-warning-ink">{t(hindrance)}</p>}
        </div>
        <div className="flex items-start sm:justify-end">
          <Switch
            label={
              <>
                {t('add-customer.ask')} <VisuallyHidden>{name}</VisuallyHidden>
              </>
            }
            side="start"
            checked={isOn}
            onChange={(on) => onChange(ask(asking, right, on))}
            disabled={!isOn && (!isVerified || hindrance !== null)}
          />
        </div>
      </div>
      {isOn && (
        <RightDetails
          {...{ asking, onChange, name }}
          view={right}
          manage={null}
          about={level === 'product' ? (rightOf(right).family ?? right) : null}
        />
      )}
    </li>
  )
}

function hindranceOf(right: RightId, asking: Asking, isPartnerPaying: boolean): string | null {
  if (right === 'billing.pay' && isPartnerPaying) return 'add-customer.pay.partner_pays'
  return right === 'product.delete' && pickedFamilies(asking).length === 0 ? 'add-customer.delete.needs_family' : null
}
