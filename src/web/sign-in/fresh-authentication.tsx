// "Confirm that it is you": asked whenever the API answers `fresh_authentication_needed`. Mounted once, in main.tsx, beside the router.
//
// Other slices need nothing: every call through `api` that meets this refusal waits here until the person has confirmed, and is then sent
// once more (the refused attempt was rolled back with its idempotency key). If the person closes the dialog, the call fails with the refusal.
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { onFreshAuthenticationNeeded } from '../api.ts'
import { queryClient } from '../query-client.ts'
import { useSameFunction } from '../unchanged.ts'
import { waysToProve } from './ways-to-prove.ts'

const load = () => import('./confirm-identity.tsx')
const ConfirmIdentity = lazy(async () => ({ default: (await load()).ConfirmIdentity }))

export function FreshAuthentication() {
  const [open, setOpen] = useState(false)
  const [wasAsked, setAsked] = useState(false)
  const asked = useRef<PromiseWithResolvers<boolean>>(undefined)
  useEffect(
    () =>
      onFreshAuthenticationNeeded(() => {
        asked.current ??= Promise.withResolvers<boolean>()
        // What is asked is known before the dialog opens, so that it opens in its full size.
        void Promise.allSettled([load(), queryClient.prefetchQuery({ ...waysToProve, staleTime: 0 })]).then(() => {
          setAsked(true)
          setOpen(asked.current !== undefined)
        })
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
  return <Suspense>{wasAsked && <ConfirmIdentity open={open} onAnswer={answer} />}</Suspense>
}

/** The act may have begun in another dialog, which knows nothing of this one: Escape closes only this one. */
function useEscape(isOpen: boolean, close: () => void): void {
  const closeNow = useSameFunction(close)
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      closeNow()
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [isOpen, closeNow])
}
