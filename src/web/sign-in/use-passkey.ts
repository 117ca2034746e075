// A press on "passkey": the server's question, the browser's answer, and what the server says to it.
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PasskeyAnswer, PasskeyRequest } from '../../server/identity/passkey-contract.ts'
import { askPasskey, preparePasskeys } from './passkey.ts'

export type PasskeyUse<Answer> = {
  readonly begin: () => Promise<PasskeyRequest>
  readonly give: (passkey: PasskeyAnswer) => Promise<Answer>
  readonly onDone: (answer: Answer) => void
}

export function usePasskey<Answer>({ begin, give, onDone }: PasskeyUse<Answer>) {
  useEffect(preparePasskeys, [])
  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: async () => give(await askPasskey(await begin())),
    onSuccess: onDone,
  })
  return { ask: () => mutate(), isBusy: isPending || isSuccess, error, reset }
}
