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
    subject: words.t('answer-granted.subject', { customer, count: content.granted.length }),
    preheader: words.t('answer-granted.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('answer-granted.body', { customer }) },
      { kind: 'facts', facts: [...answeredBy(content, words), endAsFact(content.endsOn, words)] },
      { kind: 'groups', groups: rightsByName(words.t('label.granted'), content.granted, words) },
      button('answer-granted.button', content.url, words),
    ],
    why: words.t('why.assigned'),
  }
}

export function answerDifferent(content: MailOf<'answer-different'>, words: Words): MailDocument {
  const { requested, granted } = content
  const customer = words.name(content.customer)
  const groups: Group[] = [
    ...rightsByName(words.t('label.not_granted'), without(requested, granted), words),
    ...rightsByName(words.t('label.not_asked'), without(granted, requested), words),
    ...rightsByName(
      words.t('label.granted'),
      granted.filter((right) => requested.includes(right)),
      words,
    ),
  ]
  const counts = { requested: requested.length, granted: granted.length }
  return {
    subject: words.t('answer-different.subject', { customer }),
    preheader: words.t('answer-different.preheader', counts),
    blocks: [
      { kind: 'paragraph', text: words.t('answer-different.body', { customer, ...counts }) },
      ...(content.termsChanged ? [{ kind: 'notice' as const, text: words.t('answer-different.terms_changed') }] : []),
      { kind: 'facts', facts: [...answeredBy(content, words), endAsFact(content.endsOn, words)] },
      { kind: 'groups', groups },
      button('answer-different.button', content.url, words),
    ],
    why: words.t('why.assigned'),
  }
}

export function answerCounter(content: MailOf<'answer-counter'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  const groups = [
    ...rightsByName(words.t('label.missing_required'), content.missingRequired, words),
    ...rightsByName(words.t('label.proposed'), content.added, words),
  ]
  return {
    subject: words.t('answer-counter.subject', { customer }),
    preheader: words.t('answer-counter.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('answer-counter.body', { customer }) },
      ...(content.partnerShouldPay ? [{ kind: 'notice' as const, text: words.t('answer-counter.payer', { customer }) }] : []),
      { kind: 'facts', facts: [...answeredBy(content, words), { label: words.t('label.until'), value: words.date(content.until) }] },
      { kind: 'groups', groups },
      button('answer-counter.button', content.url, words),
    ],
    why: words.t('why.assigned'),
  }
}

export function answerDeclined(content: MailOf<'answer-declined'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  const body = words.t('answer-declined.body', { customer, date: words.date(content.at) })
  return {
    subject: words.t('answer-declined.subject', { customer }),
    preheader: words.t('answer-declined.preheader'),
    blocks: [{ kind: 'paragraph', text: body }, button('answer-declined.button', content.url, words)],
    why: words.t('why.sender'),
  }
}

export function invitationReceived(content: MailOf<'invitation-received'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  const until = words.date(content.until)
  const { payer } = content.terms
  const pays = payer === null ? null : payer === 'customer' ? customer : words.t('payer.you')
  return {
    subject: words.t('invitation-received.subject', { customer }),
    preheader: words.t('invitation-received.preheader', { date: until }),
    blocks: [
      { kind: 'paragraph', text: words.t('invitation-received.body', { customer }) },
      { kind: 'heading', text: words.t('invitation-received.offered') },
      { kind: 'groups', groups: rightsByName(words.t('label.added'), content.rights, words).map((group) => ({ ...group, title: '' })) },
      {
        kind: 'facts',
        facts: [...termsAsFacts(content.terms, content.rights, pays, words), { label: words.t('label.until'), value: until }],
      },
      button('invitation-received.button', content.url, words),
    ],
    why: words.t('why.representative', { organisation: words.name(content.organisation) }),
  }
}

export function invitationAnswered(content: MailOf<'invitation-answered'>, words: Words): MailDocument {
  const partner = words.name(content.partner)
  const answer = content.accepted ? 'accepted' : 'declined'
  const body = words.t(`invitation-answered.body_${answer}`, { partner, date: words.date(content.at) })
  return {
    subject: words.t(`invitation-answered.subject_${answer}`, { partner }),
    preheader: body,
    blocks: [{ kind: 'paragraph', text: body }, button('invitation-answered.button', content.url, words)],
    why: words.t('why.concerned'),
  }
}

function answeredBy(content: Answer, words: Words) {
  return [
    { label: words.t('label.customer'), value: words.name(content.customer) },
    { label: words.t('label.by'), value: words.name(content.by) },
    { label: words.t('label.at'), value: words.dateTime(content.at) },
  ]
}

function without(rights: readonly RightId[], others: readonly RightId[]): readonly RightId[] {
  return rights.filter((right) => !others.includes(right))
}
