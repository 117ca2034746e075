// What this console says, in German (Switzerland) and English; other languages read English.
import { de, en } from './words.ts'

export type Language = 'de' | 'en'
export type Words = typeof en

export const languageOf = (locale: string): Language => (/^de\b/i.test(locale) ? 'de' : 'en')
export const wordsIn = (language: Language): Words => (language === 'de' ? de : en)

/** Why nothing is to be seen, or nothing to be changed: by the reason of a decision, a refusal or a token exchange. */
export function becauseOf(words: Words, reason: string): string {
  switch (reason) {
    case 'stale':
      return words.because.stale
    case 'visit':
    case 'visit_not_over':
    case 'visit_over':
    case 'visit_needed':
      return words.because.visit
    case 'not_suspended_by_customer':
    case 'not_suspended_by_operator':
    case 'partnership':
    case 'partnership_active':
    case 'grant_not_over':
    case 'grant_started':
    case 'access_stopped':
      return words.because.stopped
    case 'partner_membership':
    case 'assignment':
    case 'assigned_right':
    case 'admitted_by_name':
      return words.because.assignment
    case 'session':
    case 'signed_out':
      return words.because.session
    case 'product':
    case 'not_found':
    case 'membership':
      return words.because.absent
    default:
      return words.because.right
  }
}

/** What is wrong with a part of a record. */
export function faultIn(words: Words, code: string): string {
  const known: Readonly<Record<string, string>> = words.faults
  return known[code] ?? words.faults.other
}
