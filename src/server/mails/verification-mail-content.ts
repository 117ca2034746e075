// What the mails about who a partner is are told, as plain data.
import type { Instant } from '../../domain/time.ts'
import type { PageUrl } from './partnership-mail-content.ts'

export type VerificationMails =
  | {
      readonly id: 'partner-verification'
      readonly organisation: string
      readonly result: 'verified' | 'refused' | 'due' | 'lapsed'
      /** Until when it stands, or ends; null when it does not. */
      readonly until: Instant | null
      readonly url: PageUrl
    }
  | {
      readonly id: 'partner-number-changed'
      readonly partner: string
      /** Register numbers. */
      readonly before: string
      readonly after: string
      /** The customer who reads it. */
      readonly organisation: string
      readonly url: PageUrl
    }
  | {
      readonly id: 'partner-renamed'
      readonly before: string
      readonly after: string
      /** The customer who reads it. */
      readonly organisation: string
      readonly url: PageUrl
    }
