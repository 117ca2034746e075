// "Confirm that it is you": asked whenever the API answers `fresh_authentication_needed`. Mounted once, in main.tsx, beside the router.
//
// Other slices need nothing: every call through `api` that meets this refusal waits here until the person has confirmed, and is then sent
// once more (the refused attempt was rolled back with its idempotency key). If the person closes the dialog, the call fails with the refusal.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { getWaysToProve } from '../../server/sign-in/contract.ts'
import { api, onFreshAuthenticationNeeded } from '../api.ts'
import { queryClient } from '../query-client.ts'
import { useTexts } from '../texts.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { FormProblem } from './form-problem.tsx'
import { canUsePasskeys } from './passkey.ts'
import { ProveByPasskey } from './prove-by-passkey.tsx'
import { ProveByCode, ProveByPassword, ProveByTotp } from './prove-forms.tsx'
import { OtherWay } from './step.tsx'
import { useProblemText } from './use-problem-text.ts'

const waysQuery = { ...api.query(getWaysToProve, '/api/sign-in/again', {}), staleTime: 0 }
type Way = z.output<typeof getWaysToProve.answer>['ways'][number]

export function FreshAuthentication() {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const asked = useRef<PromiseWithResolvers<boolean>>(undefined)
  useEffect(
    () =>
      onFreshAuthenticationNeeded(() => {
        asked.current ??= Promise.withResolvers<boolean>()
        // What is asked is known before the dialog opens, so that it opens in its full size.
        void queryClient.prefetchQuery(waysQuery).then(() => setOpen(asked.current !== undefined))
        return asked.current.promise
      }),
    [],
  )
  const answer = (proven: boolean) => {
    setOpen(false)
    asked.current?.resolve(proven)
    asked.current = undefined
  }
  useEscape(open, () => answer(false))
  return (
    <Dialog
      title={t('sign-in.again.title')}
      description={t('sign-in.again.lead')}
      size="small"
      open={open}
      onOpenChange={(next) => next || answer(false)}
    >
      {open && <Ways onProven={() => answer(true)} />}
    </Dialog>
  )
}

/** Each way in which this person can confirm that it is them, the best one first. */
export function Ways({ onProven }: { onProven: () => void }) {
  const t = useTexts()
  const problem = useProblemText()
  const { data, error } = useQuery({ ...waysQuery, refetchOnMount: false })
  const [chosen, choose] = useState<Way>()
  if (error) return <FormProblem>{problem(error)}</FormProblem>
  if (!data) return <SkeletonLines label={t('ui.loading')} lines={2} />
  const ways = data.ways.filter((one) => one !== 'passkey' || canUsePasskeys())
  const way = chosen ?? ways[0]
  return (
    <div className="flex flex-col gap-4">
      {way === undefined && <FormProblem>{t('account.passkeys.not_here')}</FormProblem>}
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

/** The act may have begun in another dialog, which knows nothing of this one: Escape closes only this one. */
function useEscape(isOpen: boolean, close: () => void): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [isOpen])
}
