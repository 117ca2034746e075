// Mails about an answer: what the customer granted, proposed or declined, and invitations that a customer sends.
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { MailOf } from './mail-content.ts'
import type { Group, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'
import { endAsFact, rightsByName, termsAsFacts } from './rights-in-mail.ts'

type Answer = MailOf<'answer-granted' | 'answer-different' | 'answer-counter'>

export function answerGranted(content: MailOf<'answer-granted'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  return {
    subject: words.t('mails.answer-granted.subject', { customer, count: content.granted.length }),
    preheader: words.t('mails.answer-granted.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.answer-granted.body', { customer }) },
      { kind: 'facts', facts: [...answeredBy(content, words), endAsFact(content.endsOn, words)] },
      { kind: 'groups', groups: rightsByName(words.t('mails.label.granted'), content.granted, words) },
      button('mails.answer-granted.button', content.url, words),
    ],
    why: words.t('mails.why.assigned'),
  }
}

export function answerDifferent(content: MailOf<'answer-different'>, words: Words): MailDocument {
  const { requested, granted } = content
  const customer = words.name(content.customer)
  const groups: Group[] = [
    ...rightsByName(words.t('mails.label.not_granted'), without(requested, granted), words),
    ...rightsByName(words.t('mails.label.not_asked'), without(granted, requested), words),
    ...rightsByName(
      words.t('mails.label.granted'),
      granted.filter((right) => requested.includes(right)),
      words,
    ),
  ]
  const counts = { requested: requested.length, granted: granted.length }
  return {
    subject: words.t('mails.answer-different.subject', { customer }),
    preheader: words.t('mails.answer-different.preheader', counts),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.answer-different.body', { customer, ...counts }) },
      ...(content.termsChanged ? [{ kind: 'notice' as const, text: words.t('mails.answer-different.terms_changed') }] : []),
      { kind: 'facts', facts: [...answeredBy(content, words), endAsFact(content.endsOn, words)] },
      { kind: 'groups', groups },
      button('mails.answer-different.button', content.url, words),
    ],
    why: words.t('mails.why.assigned'),
  }
}

export function answerCounter(content: MailOf<'answer-counter'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  const groups = [
    ...rightsByName(words.t('mails.label.missing_required'), content.missingRequired, words),
    ...rightsByName(words.t('mails.label.proposed'), content.added, words),
  ]
  return {
    subject: words.t('mails.answer-counter.subject', { customer }),
    preheader: words.t('mails.answer-counter.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.answer-counter.body', { customer }) },
      ...(content.partnerShouldPay ? [{ kind: 'notice' as const, text: words.t('mails.answer-counter.payer', { customer }) }] : []),
      { kind: 'facts', facts: [...answeredBy(content, words), { label: words.t('mails.label.until'), value: words.date(content.until) }] },
      { kind: 'groups', groups },
      button('mails.answer-counter.button', content.url, words),
    ],
    why: words.t('mails.why.assigned'),
  }
}

export function answerDeclined(content: MailOf<'answer-declined'>, words: Words): MailDocument {
  const customer = content.address ?? words.name(content.customer)
  const access = content.hasAccess ? 'yes' : 'no'
  const body = words.t('mails.answer-declined.body', { customer, date: words.date(content.at), access })
  return {
    subject: words.t('mails.answer-declined.subject', { customer }),
    preheader: words.t('mails.answer-declined.preheader', { access }),
    blocks: [{ kind: 'paragraph', text: body }, button('mails.answer-declined.button', content.url, words)],
    why: words.t('mails.why.sender'),
  }
}

export function invitationReceived(content: MailOf<'invitation-received'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  const until = words.date(content.until)
  const { payer } = content.terms
  const pays = payer === null ? null : payer === 'customer' ? customer : words.t('mails.payer.you')
  return {
    subject: words.t('mails.invitation-received.subject', { customer }),
    preheader: words.t('mails.invitation-received.preheader', { date: until }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.invitation-received.body', { customer }) },
      { kind: 'heading', text: words.t('mails.invitation-received.offered') },
      {
        kind: 'groups',
        groups: rightsByName(words.t('mails.label.added'), content.rights, words).map((group) => ({ ...group, title: '' })),
      },
      {
        kind: 'facts',
        facts: [...termsAsFacts(content.terms, content.rights, pays, words), { label: words.t('mails.label.until'), value: until }],
      },
      button('mails.invitation-received.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation: words.name(content.organisation) }),
  }
}

export function invitationAnswered(content: MailOf<'invitation-answered'>, words: Words): MailDocument {
  const partner = words.name(content.partner)
  const answer = content.accepted ? 'accepted' : 'declined'
  const body = words.t(`mails.invitation-answered.body_${answer}`, { partner, date: words.date(content.at) })
  return {
    subject: words.t(`mails.invitation-answered.subject_${answer}`, { partner }),
    preheader: body,
    blocks: [{ kind: 'paragraph', text: body }, button('mails.invitation-answered.button', content.url, words)],
    why: words.t('mails.why.concerned'),
  }
}

function answeredBy(content: Answer, words: Words) {
  return [
    { label: words.t('mails.label.customer'), value: words.name(content.customer) },
    { label: words.t('mails.label.by'), value: words.name(content.by) },
    { label: words.t('mails.label.at'), value: words.dateTime(content.at) },
  ]
}

function without(rights: readonly RightId[], others: readonly RightId[]): readonly RightId[] {
  return rights.filter((right) => !others.includes(right))
}
