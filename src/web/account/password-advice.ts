// What to say about a password while it is typed: how much is missing, or why it would be guessed. The same rule as on the server.
import {
  type PasswordContext,
  passwordAloneMin,
  passwordLength,
  passwordMin,
  readPassword,
  weaknessOf,
} from '../../domain/password/password.ts'
import { useTexts } from '../texts.tsx'

export type PasswordAdvice = { readonly progress: string; readonly refused: string | undefined; readonly isGood: boolean }

export function usePasswordAdvice(typed: string, context: PasswordContext): PasswordAdvice {
  const t = useTexts()
  const password = readPassword(typed)
  if (password === '') return { progress: '', refused: undefined, isGood: false }
  const weakness = weaknessOf(password, context)
  switch (weakness) {
    case null:
      return { progress: t('account.password.long_enough'), refused: undefined, isGood: true }
    case 'too_short':
    case 'too_short_alone': {
      const missing = (context.hasSecondFactor ? passwordMin : passwordAloneMin) - passwordLength(password)
      return { progress: t('account.password.missing', { count: missing }), refused: undefined, isGood: false }
    }
    case 'too_long':
    case 'common':
    case 'own_name':
      return { progress: '', refused: t(`account.password.weak.${weakness}`), isGood: false }
  }
}
