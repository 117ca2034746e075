// What this organisation proposed and the partner has not answered: to read, and to take back.
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { withdrawProposal } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import type { AnswerRequestProps } from './answer-request.tsx'

export function OwnProposal({ of, data, proposal }: AnswerRequestProps) {
  const t = useTexts()
  const formats = useFormats()
  const { partner, state } = data
  const isNew = state === 'proposed'
  const rights = rightsIn(proposal.rights)
  const withdraw = useCommand({
    run: () =>
      api.post(withdrawProposal, '/api/o/{organisation}/partnerships/{partnership}/proposal/withdraw', {
        params: of,
        body: { proposalId: proposal.id },
      }),
    done: () => t('partners.own.withdrawn'),
  })
  return (
    <SectionCard
      title={t('partners.own', { partner: partner.name })}
      description={t(isNew ? 'partners.own.what' : 'partners.own.what_living', {
        partner: partner.name,
        date: formats.longDate(proposal.until),
      })}
      actions={
        proposal.cannot === null && (
          <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {t('common.withdraw')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2 text-sm">
        {proposal.terms.payer === 'partner' && <p>{t('consent.payer.partner', { partner: partner.name })}</p>}
        {rights.length > 0 && (
          <Disclosure summary={t('rights.count', { count: rights.length })} open={rights.length <= 6}>
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {rights.map((right) => (
                <li key={right}>{t(`rights.${right}`)}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </SectionCard>
  )
}
