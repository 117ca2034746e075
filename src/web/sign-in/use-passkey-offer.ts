// While the page asks for an address, the browser may offer a passkey among what it fills in: whoever takes it up is in at once.
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PasskeyAnswer } from '../../server/identity/passkey-contract.ts'
import { beginSignInByPasskey, signInByPasskey } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { callOffPasskey, canOfferPasskeys, offerPasskey } from './passkey.ts'
import type { Entered } from './sign-in-page.tsx'

export const beginByPasskey = () => api.post(beginSignInByPasskey, '/api/sign-in/passkey/begin', {})
export const enterByPasskey = (passkey: PasskeyAnswer) => api.post(signInByPasskey, '/api/sign-in/passkey', { body: { passkey } })

/** Challenges are good for five minutes. */
const renewedAfterMs = 4 * 60_000

/** `isPaused`: the page asks a question of its own; a browser asks one at a time. */
export function usePasskeyOffer(onEntered: (entered: Entered) => void, isPaused: boolean) {
  const { mutateAsync, isPending, isSuccess, error } = useMutation({ mutationFn: enterByPasskey, onSuccess: onEntered })
  useEffect(() => {
    if (isPaused) return
    let isOver = false
    const offer = async (): Promise<void> => {
      const wanted = await beginByPasskey()
      const answer = isOver ? undefined : await offerPasskey(wanted, renewedAfterMs)
      if (isOver || answer === undefined) return
      // One that opens nothing here does not end the offer.
      if (answer === 'over' || (await mutateAsync(answer).catch(() => undefined)) === undefined) return offer()
    }
    // Without an offer there still is the button, which says what is wrong.
    canOfferPasskeys()
      .then((can) => (can && !isOver ? offer() : undefined))
      .catch(() => undefined)
    return () => {
      isOver = true
      void callOffPasskey()
    }
  }, [isPaused, mutateAsync])
  return { isBusy: isPending || isSuccess, error }
}
