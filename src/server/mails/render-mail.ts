// The mail a person gets: from plain data and a language to subject, HTML and text. Nothing in it comes from the other side but names.
import type { Language } from '../../locales/server-texts.ts'
import { accessGate, accessGranted, criticalChange, partnershipEnded, payerChanged, rightsChanged, visitStarted } from './access-mails.ts'
import { answerCounter, answerDeclined, answerDifferent, answerGranted, invitationAnswered, invitationReceived } from './answer-mails.ts'
import { approvalNeeded } from './approval-mail.ts'
import { drawHtml } from './draw-html.ts'
import { drawText } from './draw-text.ts'
import { accessEnding, accessExtended, yearlyReview } from './ending-mails.ts'
import { handover, paymentFallsBack, successionAsked } from './going-mails.ts'
import type { MailContent, MailId, MailOf } from './mail-content.ts'
import type { MailDocument } from './mail-document.ts'
import { type Words, wordsFor } from './mail-words.ts'
import { limitNear, orderPlaced } from './money-mails.ts'
import { partnerDigest, reportReceived } from './office-mails.ts'
import { customerAnswered, customerAsked, successorNamed } from './people-mails.ts'
import { codeMail, memberInvited, operatorsChanged, representationChanged, roleChanged, securityChanged } from './person-mails.ts'
import {
  moreRequested,
  releaseNeeded,
  requestChanged,
  requestPassedOn,
  requestReceived,
  requestReminder,
  requestUndeliverable,
  requestWithdrawn,
} from './request-mails.ts'
import { partnerNumberChanged, partnerRenamed, partnerVerification } from './verification-mails.ts'
import { jobFinished, payerAsked } from './work-mails.ts'

export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string }

type Mails = { readonly [Id in MailId]: MailOf<Id> }

const writers: { readonly [Id in MailId]: (content: Mails[Id], words: Words) => MailDocument } = {
  'request-received': requestReceived,
  'request-reminder': requestReminder,
  'request-passed-on': requestPassedOn,
  'request-withdrawn': requestWithdrawn,
  'request-undeliverable': requestUndeliverable,
  'more-requested': moreRequested,
  'request-changed': requestChanged,
  'payer-asked': payerAsked,
  'job-finished': jobFinished,
  'release-needed': releaseNeeded,
  'answer-granted': answerGranted,
  'answer-different': answerDifferent,
  'answer-counter': answerCounter,
  'answer-declined': answerDeclined,
  'invitation-received': invitationReceived,
  'invitation-answered': invitationAnswered,
  'access-granted': accessGranted,
  'rights-changed': rightsChanged,
  'payer-changed': payerChanged,
  'access-suspended': accessGate,
  'access-resumed': accessGate,
  'partnership-ended': partnershipEnded,
  'access-ending': accessEnding,
  'access-extended': accessExtended,
  'yearly-review': yearlyReview,
  'approval-needed': approvalNeeded,
  'customer-asked': customerAsked,
  'customer-answered': customerAnswered,
  'successor-named': successorNamed,
  handover,
  'payment-falls-back': paymentFallsBack,
  'succession-asked': successionAsked,
  'visit-started': visitStarted,
  'order-placed': orderPlaced,
  'limit-near': limitNear,
  'critical-change': criticalChange,
  'report-received': reportReceived,
  'partner-digest': partnerDigest,
  'partner-verification': partnerVerification,
  'partner-renamed': partnerRenamed,
  'partner-number-changed': partnerNumberChanged,
  'verify-address': codeMail,
  'sign-in-code': codeMail,
  'security-changed': securityChanged,
  'member-invited': memberInvited,
  'representation-changed': representationChanged,
  'operators-changed': operatorsChanged,
  'role-changed': roleChanged,
}

export const mailIds = Object.keys(writers) as readonly MailId[]

/** The parts of a mail in reading order, for whoever draws it in another way. */
export function documentOf(content: MailContent, language: Language): MailDocument {
  return written(content.id, content, wordsFor(language))
}

/** `publicUrl`: where the link at its foot leads, to the page on which one chooses which mails one gets. */
export function renderMail(content: MailContent, language: Language, publicUrl: string): RenderedMail {
  const words = wordsFor(language)
  const mail = written(content.id, content, words)
  const choices = { label: words.t('mails.choices'), url: `${publicUrl}/account/mails` }
  return {
    subject: mail.subject,
    html: drawHtml(mail, choices, words.locale),
    text: drawText(mail, choices, (label, value) => words.t('mails.with_value', { label, value }).replace(': \n', ':\n')),
  }
}

function written<Id extends MailId>(id: Id, content: Mails[Id], words: Words): MailDocument {
  return writers[id](content, words)
}
