// In which ways a person confirms that it is them: loaded when it is asked for the first time.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { getWaysToProve } from '../../server/sign-in/contract.ts'
import { useTexts } from '../texts.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { FormProblem } from './form-problem.tsx'
import { canUsePasskeys } from './passkey.ts'
import { ProveByPasskey } from './prove-by-passkey.tsx'
import { ProveByCode, ProveByPassword, ProveByTotp } from './prove-forms.tsx'
import { OtherWay } from './step.tsx'
import { useProblemText } from './use-problem-text.ts'
import { waysToProve } from './ways-to-prove.ts'

type Way = z.output<typeof getWaysToProve.answer>['ways'][number]

export function ConfirmIdentity({ open, onAnswer }: { open: boolean; onAnswer: (proven: boolean) => void }) {
  const t = useTexts()
  return (
    <Dialog
      title={t('sign-in.again.title')}
      description={t('sign-in.again.lead')}
      size="small"
      open={open}
      onOpenChange={(next) => next || onAnswer(false)}
    >
      {open && <Ways onProven={() => onAnswer(true)} />}
    </Dialog>
  )
}

/** Each way in which this person can confirm that it is them, the best one first. */
export function Ways({ onProven }: { onProven: () => void }) {
  const t = useTexts()
  const problem = useProblemText()
  const { data, error } = useQuery({ ...waysToProve, staleTime: 0, refetchOnMount: false })
  const [chosen, choose] = useState<Way>()
  if (error) return <FormProblem>{problem(error)}</FormProblem>
  if (!data) return <SkeletonLines label={t('ui.loading')} lines={2} />
  const ways = data.ways.filter((one) => one !== 'passkey' || canUsePasskeys())
  const way = chosen ?? ways[0]
  return (
    <div className="flex flex-col gap-4">
      {way === undefined && <FormProblem>{t('sign-in.passkey.not_here')}</FormProblem>}
      {way === 'passkey' && <ProveByPasskey onProven={onProven} />}
      {way === 'password' && <ProveByPassword email={data.email} onProven={onProven} />}
      {way === 'totp' && <ProveByTotp onProven={onProven} />}
      {way === 'code' && <ProveByCode email={data.email} onProven={onProven} />}
      {ways
        .filter((other) => other !== way)
        .map((other) => (
          <OtherWay key={other} onClick={() => choose(other)}>
            {t(`sign-in.again.way.${other}`)}
          </OtherWay>
        ))}
    </div>
  )
}
