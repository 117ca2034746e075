// What a refused attempt to prove who one is says: the sentence of the problem, and after too many attempts the time to come back.
import { useFormats } from '../formats.ts'
import { Problem, problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { PasskeyProblem } from './passkey.ts'

/** Texts that say it better than the general ones, by code. */
export type OwnTexts = Readonly<Record<string, string>>

export function useProblemText(): (error: unknown, own?: OwnTexts) => string | undefined {
  const t = useTexts()
  const formats = useFormats()
  return (error, own = {}) => {
    if (!error) return undefined
    if (error instanceof PasskeyProblem) return t(`sign-in.passkey.${error.reason}`, { address: error.address })
    if (!(error instanceof Problem)) return problemText(t, error)
    if (error.code === 'too_many_requests' && error.retryAt !== null)
      return t('sign-in.too_often', { time: formats.time(wholeMinute(error.retryAt)) })
    const text = own[error.code]
    return text === undefined ? problemText(t, error) : t(text)
  }
}

/** The next whole minute: whoever comes back at the time that was shown is let in. */
const wholeMinute = (at: number): number => Math.ceil(at / 60_000) * 60_000
