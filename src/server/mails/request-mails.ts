// Mails about a request: to whoever is asked, and to the partner whose request did not get through or waits for release.
import type { MailOf } from './mail-content.ts'
import type { Block, Fact, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { rightsInSentences, termsAsFacts } from './rights-in-mail.ts'

type Request = MailOf<'request-received' | 'request-reminder' | 'request-passed-on'>

/** The order is fixed: who asks, for what, for how long and who pays, the choice, the button, until when, and what else one can do. */
export function requestReceived(content: MailOf<'request-received'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  return {
    subject: words.t('request-received.subject', { partner }),
    preheader: words.t('request-received.preheader', { date: words.date(content.until) }),
    blocks: [
      { kind: 'paragraph', text: words.t('request-received.who', { partner }) },
      ...asked(content, words),
      ...unknownFirm(content, words),
    ],
    why: words.t('why.invited', { partner }),
  }
}

export function requestReminder(content: MailOf<'request-reminder'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  const body = words.t('request-reminder.body', { partner, count: content.rights.length })
  return {
    subject: words.t('request-reminder.subject', { partner, date: words.date(content.until) }),
    preheader: words.t('request-reminder.preheader', { days: content.daysLeft }),
    blocks: [{ kind: 'paragraph', text: body }, ...asked(content, words), ...unknownFirm(content, words)],
    why: words.t('why.invited', { partner }),
  }
}

export function requestPassedOn(content: MailOf<'request-passed-on'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  const person = words.name(content.by)
  const body = words.t('request-passed-on.body', { partner, person })
  return {
    subject: words.t('request-passed-on.subject', { partner }),
    preheader: words.t('request-passed-on.preheader', { date: words.date(content.until) }),
    blocks: [{ kind: 'paragraph', text: body }, ...asked(content, words), ...unknownFirm(content, words)],
    why: words.t('why.passed_on', { person }),
  }
}

export function moreRequested(content: MailOf<'more-requested'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  return {
    subject: words.t('more-requested.subject', { partner, count: content.rights.length }),
    preheader: words.t('more-requested.preheader'),
    blocks: [{ kind: 'paragraph', text: words.t('more-requested.body', { partner }) }, ...asked(content, words)],
    why: words.t('why.representative', { organisation: words.name(content.organisation) }),
  }
}

export function requestWithdrawn(content: MailOf<'request-withdrawn'>, words: Words): MailDocument {
  const partner = words.name(content.partner)
  const body = words.t('request-withdrawn.body', { partner, date: words.date(content.at) })
  return {
    subject: words.t('request-withdrawn.subject', { partner }),
    preheader: words.t('request-withdrawn.preheader'),
    blocks: [{ kind: 'paragraph', text: body }],
    why: words.t('why.received'),
  }
}

export function requestUndeliverable(content: MailOf<'request-undeliverable'>, words: Words): MailDocument {
  const { address, reason } = content
  return {
    subject: words.t('request-undeliverable.subject', { address }),
    preheader: words.t('request-undeliverable.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('request-undeliverable.body', { address, reason }) },
      button('request-undeliverable.button', content.url, words),
    ],
    why: words.t('why.sender'),
  }
}

export function releaseNeeded(content: MailOf<'release-needed'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const body = words.t('release-needed.body', { person: words.name(content.by), organisation, count: content.count })
  return {
    subject: words.t('release-needed.subject', { count: content.count }),
    preheader: words.t('release-needed.preheader'),
    blocks: [{ kind: 'paragraph', text: body }, button('release-needed.button', content.url, words)],
    why: words.t('why.representative', { organisation }),
  }
}

export function button(key: string, url: string, words: Words): Block {
  return { kind: 'button', label: words.t(key), url, hint: words.t('link_hint') }
}

function asked(content: Request | MailOf<'more-requested'>, words: Words): Block[] {
  return [
    { kind: 'facts', facts: askerAsFacts(content.partner, words) },
    { kind: 'heading', text: words.t('request-received.rights') },
    rightsInSentences(content.rights, words),
    { kind: 'heading', text: words.t('request-received.terms') },
    { kind: 'facts', facts: termsAsFacts(content.terms, content.rights, payer(content, words), words) },
    { kind: 'notice', text: words.t('request-received.choice') },
    button('request-received.button', content.url, words),
    { kind: 'paragraph', text: words.t('request-received.until', { date: words.date(content.until) }) },
  ]
}

function askerAsFacts({ name, verifiedDomain, registerNumber, place }: Request['partner'], words: Words): Fact[] {
  return [
    { label: words.t('label.partner'), value: words.name(name) },
    ...(verifiedDomain === null
      ? []
      : [{ label: words.t('label.domain'), value: words.product({ name: verifiedDomain, family: 'domain' }) }]),
    ...(place === null ? [] : [{ label: words.t('label.place'), value: words.name(place) }]),
    ...(registerNumber === null ? [] : [{ label: words.t('label.register_number'), value: registerNumber }]),
  ]
}

function payer({ terms, partner }: Pick<Request, 'terms' | 'partner'>, words: Words): string | null {
  if (terms.payer === null) return null
  if (terms.payer === 'partner') return words.name(partner.name)
  if (terms.spendingLimit === null) return words.t('payer.you')
  return words.t('payer.you_limited', { period: terms.spendingLimit.period, amount: words.money(terms.spendingLimit) })
}

function unknownFirm(content: Request, words: Words): Block[] {
  const link = { label: words.t('request-received.report'), url: content.reportUrl }
  return [{ kind: 'quiet', text: words.t('request-received.unknown'), link }]
}
