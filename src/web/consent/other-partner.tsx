// Somebody serves the organisation already: who, where the rights overlap, and both ways on. Keeping both is what happens by itself.
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { Consent } from './decision.tsx'

type Organisation = NonNullable<Consent['organisation']>
type Wish = 'keep' | 'hand_over'

export function OtherPartner({
  other,
  partner,
  isLeaving,
  onLeaving,
}: {
  other: Organisation['otherPartners'][number]
  partner: string
  /** Whether the other one is handed over from, once this request is granted. */
  isLeaving: boolean
  onLeaving: (isLeaving: boolean) => void
}) {
  const t = useTexts()
  const formats = useFormats()
  const { name, sharedRights } = other
  return (
    <Banner title={t('consent.why.other_partner', { other: name, count: sharedRights.length })}>
      <div className="flex flex-col gap-3 pt-1">
        {sharedRights.length > 0 && <p>{formats.list(sharedRights.map((right) => t(`rights.${right}.name`)))}</p>}
        <RadioGroup<Wish>
          label={t('consent.other.label', { other: name })}
          labelHidden
          value={isLeaving ? 'hand_over' : 'keep'}
          onChange={(wish) => onLeaving(wish === 'hand_over')}
          options={[
            { value: 'keep', label: t('consent.other.keep'), hint: t('consent.other.keep.what', { other: name, partner }) },
            {
              value: 'hand_over',
              label: t('consent.other.hand_over', { partner }),
              hint: t('consent.other.hand_over.what', { other: name }),
            },
          ]}
        />
      </div>
    </Banner>
  )
}
