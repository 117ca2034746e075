// What the partner asks for later on, or instead of what one proposed: the same choice as on the consent page, only about the difference.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newIn } from '../../domain/partnership/requested-rights.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { noteOpeningOfProposal } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useOpening } from '../consent/use-opening.ts'
import { openIn, rightsChanged, withPartner } from '../conversation/conversation-data.ts'
import { SinceOwn } from '../conversation/since-own.tsx'
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
  useOpening(
    () => api.post(noteOpeningOfProposal, '/api/o/{organisation}/partnerships/{partnership}/opened', { params: of, body: {} }),
    proposal.id,
  )
  const conversation = useQuery(withPartner(of.organisation, of.partnership))
  const entry = openIn(conversation.data)
  const asked = newIn(proposal.rights, data.grant === null ? [] : inForce(data.grant), find)
  const content =
    proposal.cannot !== null ? (
      <p className="text-muted">{t(`partners.request.cannot.${proposal.cannot}`)}</p>
    ) : isOpen ? (
      <AnswerForm of={of} data={data} proposal={proposal} asked={asked} changed={rightsChanged(entry)} />
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
      <div className="flex flex-col gap-6">
        <SinceOwn entry={entry} reading={{ side: 'customer', other: partner.name }} />
        {content}
      </div>
    </SectionCard>
  )
}
