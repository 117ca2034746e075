// What: a preset or an own template, adjusted where needed, who pays, how long, and until when it can be answered.

import { AdjustRights } from './adjust-rights.tsx'
import { presetIn, withAsking } from './draft.ts'
import { FamilyChips } from './family-chips.tsx'
import { HowLong } from './how-long.tsx'
import { PresetCards } from './preset-cards.tsx'
import { TemplatePicker } from './template-picker.tsx'
import { WhoPays } from './who-pays.tsx'
import type { StepProps } from './who-step.tsx'

export type WhatStepProps = StepProps & {
  partner: string
  isVerified: boolean
  /** Whose templates can be begun from, if any. */
  organisation?: string
  /** The rights come from elsewhere. */
  rightsHidden?: boolean
}

export function WhatStep({ draft, onChange, wrong, partner, isVerified, organisation, rightsHidden = false }: WhatStepProps) {
  const preset = draft.template === null ? presetIn(draft) : null
  return (
    <div className="flex flex-col gap-8">
      {!rightsHidden && (
        <div className="flex flex-col gap-5">
          {organisation !== undefined && <TemplatePicker {...{ organisation, draft, onChange, wrong }} />}
          {draft.template === null && <PresetCards {...{ draft, onChange, wrong, isVerified }} />}
          {preset !== null && preset !== 'billing_only' && <FamilyChips {...{ draft, onChange, preset }} />}
          <AdjustRights
            key={draft.template?.id}
            asking={draft.asking}
            onChange={(asking) => onChange(withAsking(draft, asking))}
            isVerified={isVerified}
            isPartnerPaying={draft.payer === 'partner'}
            startsOpen={preset === null && draft.template === null}
          />
        </div>
      )}
      <WhoPays {...{ draft, onChange, wrong, partner }} />
      <HowLong {...{ draft, onChange, wrong }} />
    </div>
  )
}
