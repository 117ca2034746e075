// What a customer is asked when its partner gives the business up: the same rights to the successor, others, or no.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerSuccession } from '../../server/partners/succession-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { PartnerIdentity } from '../partners/find-partner.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { HeldRights } from './held-rights.tsx'
import { questionsQuery, type SuccessionQuestion } from './successions-data.ts'

type Of = { readonly organisation: string; readonly partnership: string }

export function SuccessionQuestions({ of }: { of: Of }) {
  const { data } = useQuery(questionsQuery(of.organisation))
  const question = data?.questions.find(({ partnershipId }) => partnershipId === of.partnership)
  return question ? <Question of={of} question={question} /> : null
}

function Question({ of, question }: { of: Of; question: SuccessionQuestion }) {
  const t = useTexts()
  const formats = useFormats()
  const { partner, successor, servesAlready, cannot } = question
  const names = { partner, successor: successor.name }
  const yes = servesAlready === null ? 'successions.same' : 'successions.follow'
  const [isSure, ask] = useState(false)
  const answer = useCommand({
    run: (given: 'same' | 'no') =>
      api.post(answerSuccession, '/api/o/{organisation}/partnerships/{partnership}/succession', { params: of, body: { answer: given } }),
    done: (_, given) => t(given === 'no' ? 'successions.declined' : 'successions.answered', names),
    after: () => ask(false),
  })
  return (
    <SectionCard title={t('successions.question', names)} description={t('consent.open_until', { date: formats.longDate(question.until) })}>
      <div className="flex flex-col gap-5">
        <div className="flex">
          <PartnerIdentity partner={{ ...successor, partnershipId: servesAlready }} />
        </div>
        <p className="max-w-prose">{t('successions.question.what', { ...names, date: formats.longDate(question.until) })}</p>
        {servesAlready !== null && <p className="max-w-prose">{t('successions.question.serves', names)}</p>}
        {cannot === null ? (
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => ask(true)}>{t(yes)}</Button>
            {servesAlready === null && (
              <ButtonLink
                to="/o/$organisation/partners/new"
                params={{ organisation: of.organisation }}
                search={{ partner: successor.id, from: of.partnership, succession: true }}
              >
                {t('successions.other')}
              </ButtonLink>
            )}
            <Button busy={answer.isPending && answer.variables === 'no'} onClick={() => answer.mutate('no')}>
              {t('successions.no')}
            </Button>
          </div>
        ) : (
          <p className="text-muted">{t(`successions.cannot.${cannot}`)}</p>
        )}
      </div>
      <ConfirmDialog
        open={isSure}
        onOpenChange={ask}
        title={t('successions.same.title', names)}
        confirm={t(yes)}
        kind="primary"
        busy={answer.isPending}
        onConfirm={() => answer.mutate('same')}
      >
        {servesAlready === null ? (
          <div className="flex flex-col gap-4">
            <p>{t('successions.same.what', { ...names, count: question.rights, payer: question.payer ?? 'other' })}</p>
            <HeldRights organisation={of.organisation} held={question.same} />
          </div>
        ) : (
          t('successions.question.serves', names)
        )}
      </ConfirmDialog>
    </SectionCard>
  )
}
