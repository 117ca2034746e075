// Somebody serves the organisation already: who, where the rights overlap, and both ways on. Keeping both is what happens by itself.
import { useState } from 'react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextLink } from '../ui/text-link.tsx'
import type { Consent } from './decision.tsx'

type Organisation = NonNullable<Consent['organisation']>
type Wish = 'keep' | 'hand_over'

export function OtherPartner({
  other,
  organisation,
  partner,
}: {
  other: Organisation['otherPartners'][number]
  organisation: string
  partner: string
}) {
  const t = useTexts()
  const formats = useFormats()
  const [wish, choose] = useState<Wish>('keep')
  const { name, sharedRights, partnershipId } = other
  return (
    <Banner title={t('consent.why.other_partner', { other: name, count: sharedRights.length })}>
      <div className="flex flex-col gap-3 pt-1">
        {sharedRights.length > 0 && <p>{formats.list(sharedRights.map((right) => t(`rights.${right}.name`)))}</p>}
        <RadioGroup<Wish>
          label={t('consent.other.label', { other: name })}
          labelHidden
          value={wish}
          onChange={choose}
          options={[
            { value: 'keep', label: t('consent.other.keep'), hint: t('consent.other.keep.what', { other: name, partner }) },
            {
              value: 'hand_over',
              label: t('consent.other.hand_over', { partner }),
              hint: t('consent.other.hand_over.what', { other: name }),
            },
          ]}
        />
        {wish === 'hand_over' && (
          <p>
            <TextLink to="/o/$organisation/partners/$partnership" params={{ organisation, partnership: partnershipId }}>
              {t('consent.other.go', { other: name })}
            </TextLink>
          </p>
        )}
      </div>
    </Banner>
  )
}
