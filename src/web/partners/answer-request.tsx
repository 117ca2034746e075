// What the partner asks for later on, or instead of what one proposed: the same choice as on the consent page, only about the difference.
import { useState } from 'react'
import { newIn } from '../../domain/partnership/requested-rights.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { useFormats } from '../formats.ts'
import { findAmong } from '../granting/judge.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { AnswerForm } from './answer-form.tsx'
import { inForce } from './draft.ts'
import type { Of, PartnershipShown } from './partners-data.ts'

type Proposal = NonNullable<PartnershipShown['proposal']>
export type AnswerRequestProps = { of: Of; data: PartnershipShown; proposal: Proposal }

export function AnswerRequest({ of, data, proposal }: AnswerRequestProps) {
  const t = useTexts()
  const formats = useFormats()
  const [isOpen, open] = useState(false)
  const { partner, state } = data
  const find = findAmong(data.products)
  const asked = newIn(proposal.rights, data.grant === null ? [] : inForce(data.grant), find)
  const content =
    proposal.cannot !== null ? (
      <p className="text-muted">{t(`partners.request.cannot.${proposal.cannot}`)}</p>
    ) : isOpen ? (
      <AnswerForm of={of} data={data} proposal={proposal} asked={asked} />
    ) : undefined
  return (
    <SectionCard
      title={t(state === 'proposed' ? 'partners.waiting.counter' : 'partners.waiting.more', {
        partner: partner.name,
        count: rightsIn(asked).length,
      })}
      description={t('partners.request.by', {
        person: proposal.by,
        date: formats.longDate(proposal.createdAt),
        until: formats.longDate(proposal.until),
      })}
      actions={
        !isOpen &&
        proposal.cannot === null && (
          <Button kind="primary" onClick={() => open(true)}>
            {t('partners.request.answer')}
          </Button>
        )
      }
    >
      {content}
    </SectionCard>
  )
}
