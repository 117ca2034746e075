// Mails about a partner that goes: to another one at the customer's wish, and what it paid that the customer pays from a day on.
import type { MailOf } from './mail-content.ts'
import type { MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { askerAsFacts, button } from './request-mails.ts'

export function handover(content: MailOf<'handover'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  const about = { customer, role: content.role, date: content.on === null ? '' : words.date(content.on) }
  const other =
    content.other === null
      ? []
      : [{ kind: 'paragraph' as const, text: words.t('mails.handover.other', { other: words.name(content.other), role: content.role }) }]
  const isPlanned = content.on !== null
  return {
    subject: words.t(isPlanned ? 'mails.handover.subject' : 'mails.handover.subject_called_off', about),
    preheader: words.t(isPlanned ? 'mails.handover.preheader' : 'mails.handover.preheader_called_off', about),
    blocks: [
      { kind: 'paragraph', text: words.t(isPlanned ? 'mails.handover.body' : 'mails.handover.body_called_off', about) },
      ...other,
      button('mails.handover.button', content.url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

export function paymentFallsBack(content: MailOf<'payment-falls-back'>, words: Words): MailDocument {
  const { reader, reason, products, on, url } = content
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  const about = { ...names, reason, count: products, date: words.date(on) }
  return {
    subject: words.t('mails.payment-falls-back.subject', {
      other: reader === 'customer' ? names.partner : names.customer,
      date: about.date,
    }),
    preheader: words.t('mails.payment-falls-back.preheader', { count: products }),
    blocks: [
      {
        kind: 'paragraph',
        text: words.t(reader === 'customer' ? 'mails.payment-falls-back.body_customer' : 'mails.payment-falls-back.body_partner', about),
      },
      { kind: 'facts', facts: [{ label: words.t('mails.payment-falls-back.first'), value: about.date }] },
      button('mails.payment-falls-back.button', url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

/** Who shall follow stands there as the operator verified it; what happens without an answer too. */
export function successionAsked(content: MailOf<'succession-asked'>, words: Words): MailDocument {
  const { until, url } = content
  const organisation = words.name(content.organisation)
  const names = { partner: words.name(content.partner), successor: words.name(content.successor.name), organisation }
  const first = {
    subject: words.t('mails.succession-asked.subject', names),
    preheader: words.t('mails.succession-asked.preheader', { date: words.date(until) }),
  }
  const again = {
    subject: words.t('mails.succession-asked.subject_reminder', { ...names, date: words.date(until) }),
    preheader: words.t('mails.request-reminder.preheader', { days: content.daysLeft ?? 0 }),
  }
  return {
    ...(content.daysLeft === undefined ? first : again),
    blocks: [
      { kind: 'paragraph', text: words.t(content.rests ? 'mails.succession-asked.body_rests' : 'mails.succession-asked.body', names) },
      { kind: 'heading', text: words.t('mails.succession-asked.successor') },
      {
        kind: 'facts',
        facts: [...askerAsFacts(content.successor, words), { label: words.t('mails.label.until'), value: words.date(until) }],
      },
      {
        kind: 'paragraph',
        text: words.t(content.rests ? 'mails.succession-asked.silence_rests' : 'mails.succession-asked.silence', names),
      },
      button('mails.succession-asked.button', url, words),
    ],
    why: words.t('mails.why.representative', { organisation }),
  }
}
