// Sends one message to one address by SMTP and says what became of it. Addresses and subjects come from people: nothing in them may
// become a header, a second recipient or a comment.
import { createTransport } from 'nodemailer'
import { isMailAddress } from './mail-address.ts'

export type Message = {
  /** The same for each attempt, so that a message sent twice is shown once. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
}

/** Refused: it will never arrive at this address. Failed: the same message may arrive later. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

export type Mailer = { readonly send: (message: Message) => Promise<Delivery>; readonly close: () => void }

type SmtpFailure = {
  readonly responseCode?: number
  readonly command?: string
  readonly code?: string
  readonly response?: string
  readonly message: string
}

const subjectMax = 300

export function openMailer({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 10, // one for each place of the lanes in which mails are sent, and some
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s<>@]+?)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send(message) {
      if (!isMailAddress(message.to)) return { kind: 'refused', reason: 'not an email address' }
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: message.to },
          subject: oneLine(message.subject),
          text: message.text,
          html: message.html,
          messageId: `<${encodeURIComponent(message.id)}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language, 'X-Auto-Response-Suppress': 'All' },
        })
        return { kind: 'sent' }
      } catch (failure) {
        return outcomeOf(failure as SmtpFailure)
      }
    },
    close: () => transport.close(),
  }
}

/** A "no" for good concerns the recipient or the message. One that concerns us, such as a wrong password, is for the operator to mend. */
function outcomeOf({ responseCode, command, code, response, message }: SmtpFailure): Delivery {
  const permanent = responseCode !== undefined && responseCode >= 500 && responseCode < 600
  const ours = code === 'EAUTH' || command === 'CONN' || command === 'EHLO' || command === 'MAIL FROM'
  return { kind: permanent && !ours ? 'refused' : 'failed', reason: oneLine(response ?? message) }
}

/** Control characters, the two Unicode line ends, and what turns the direction of writing have no place in one line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, subjectMax)
}
