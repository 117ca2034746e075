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
    subject: words.t('mails.request-received.subject', { partner }),
    preheader: words.t('mails.request-received.preheader', { date: words.date(content.until) }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.request-received.who', { partner }) },
      ...asked(content, words),
      ...unknownFirm(content, words),
    ],
    why: words.t('mails.why.invited', { partner }),
  }
}

export function requestReminder(content: MailOf<'request-reminder'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  const body = words.t('mails.request-reminder.body', { partner, count: content.rights.length })
  return {
    subject: words.t('mails.request-reminder.subject', { partner, date: words.date(content.until) }),
    preheader: words.t('mails.request-reminder.preheader', { days: content.daysLeft }),
    blocks: [{ kind: 'paragraph', text: body }, ...asked(content, words), ...unknownFirm(content, words)],
    why: words.t('mails.why.invited', { partner }),
  }
}

export function requestPassedOn(content: MailOf<'request-passed-on'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  const person = words.name(content.by)
  const body = words.t('mails.request-passed-on.body', { partner, person })
  return {
    subject: words.t('mails.request-passed-on.subject', { partner }),
    preheader: words.t('mails.request-passed-on.preheader', { date: words.date(content.until) }),
    blocks: [{ kind: 'paragraph', text: body }, ...asked(content, words), ...unknownFirm(content, words)],
    why: words.t('mails.why.passed_on', { person }),
  }
}

export function requestChanged(content: MailOf<'request-changed'>, words: Words): MailDocument {
  const { organisation, reportUrl } = content
  const partner = words.name(content.partner.name)
  return {
    subject: words.t('mails.request-changed.subject', { partner }),
    preheader: words.t('mails.request-changed.preheader'),
    blocks: [
      {
        kind: 'paragraph',
        text: words.t(organisation === null ? 'mails.request-changed.body_unclaimed' : 'mails.request-changed.body', { partner }),
      },
      ...asked(content, words),
      ...(reportUrl === undefined ? [] : unknownFirm({ reportUrl }, words)),
    ],
    why:
      organisation === null
        ? words.t('mails.why.invited', { partner })
        : words.t('mails.why.representative', { organisation: words.name(organisation) }),
  }
}

export function moreRequested(content: MailOf<'more-requested'>, words: Words): MailDocument {
  const partner = words.name(content.partner.name)
  const isLonger = content.longer === true
  const body = words.t(isLonger ? 'mails.more-requested.body_longer' : 'mails.more-requested.body', { partner })
  return {
    subject: isLonger
      ? words.t('mails.more-requested.subject_longer', { partner })
      : words.t('mails.more-requested.subject', { partner, count: content.rights.length }),
    preheader: words.t('mails.more-requested.preheader'),
    blocks: [{ kind: 'paragraph', text: body }, ...asked(content, words)],
    why: words.t('mails.why.representative', { organisation: words.name(content.organisation) }),
  }
}

export function requestWithdrawn(content: MailOf<'request-withdrawn'>, words: Words): MailDocument {
  const partner = words.name(content.partner)
  const body = words.t('mails.request-withdrawn.body', { partner, date: words.date(content.at) })
  return {
    subject: words.t('mails.request-withdrawn.subject', { partner }),
    preheader: words.t('mails.request-withdrawn.preheader'),
    blocks: [{ kind: 'paragraph', text: body }],
    why: words.t('mails.why.received'),
  }
}

export function requestUndeliverable(content: MailOf<'request-undeliverable'>, words: Words): MailDocument {
  const { address, reason } = content
  return {
    subject: words.t('mails.request-undeliverable.subject', { address }),
    preheader: words.t('mails.request-undeliverable.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.request-undeliverable.body', { address, reason }) },
      button('mails.request-undeliverable.button', content.url, words),
    ],
    why: words.t('mails.why.sender'),
  }
}

export function releaseNeeded(content: MailOf<'release-needed'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const body = words.t('mails.release-needed.body', { person: words.name(content.by), organisation, count: content.count })
  return {
    subject: words.t('mails.release-needed.subject', { count: content.count }),
    preheader: words.t('mails.release-needed.preheader'),
    blocks: [{ kind: 'paragraph', text: body }, button('mails.release-needed.button', content.url, words)],
    why: words.t('mails.why.representative', { organisation }),
  }
}

export function button(key: string, url: string, words: Words): Block {
  return { kind: 'button', label: words.t(key), url, hint: words.t('mails.link_hint') }
}

function asked(content: Request | MailOf<'more-requested' | 'request-changed'>, words: Words): Block[] {
  const rights: readonly Block[] = [
    { kind: 'heading', text: words.t('mails.request-received.rights') },
    rightsInSentences(content.rights, words),
  ]
  const isAboutRights = content.rights.length > 0
  return [
    { kind: 'facts', facts: askerAsFacts(content.partner, words) },
    ...(isAboutRights ? rights : []),
    { kind: 'heading', text: words.t('mails.request-received.terms') },
    { kind: 'facts', facts: termsAsFacts(content.terms, content.rights, payer(content, words), words) },
    ...(isAboutRights ? [{ kind: 'notice' as const, text: words.t('mails.request-received.choice') }] : []),
    button('mails.request-received.button', content.url, words),
    { kind: 'paragraph', text: words.t('mails.request-received.until', { date: words.date(content.until) }) },
  ]
}

/** A partner as the operator verified it. */
export function askerAsFacts({ name, verifiedDomain, registerNumber, place }: Request['partner'], words: Words): Fact[] {
  return [
    { label: words.t('mails.label.partner'), value: words.name(name) },
    ...(verifiedDomain === null
      ? []
      : [{ label: words.t('mails.label.domain'), value: words.product({ name: verifiedDomain, family: 'domain' }) }]),
    ...(place === null ? [] : [{ label: words.t('mails.label.place'), value: words.name(place) }]),
    ...(registerNumber === null ? [] : [{ label: words.t('mails.label.register_number'), value: registerNumber }]),
  ]
}

function payer({ terms, partner }: Pick<Request, 'terms' | 'partner'>, words: Words): string | null {
  if (terms.payer === null) return null
  if (terms.payer === 'partner') return words.name(partner.name)
  if (terms.spendingLimit === null) return words.t('mails.payer.you')
  return words.t('mails.payer.you_limited', { period: terms.spendingLimit.period, amount: words.money(terms.spendingLimit) })
}

function unknownFirm(content: Pick<Request, 'reportUrl'>, words: Words): Block[] {
  const link = { label: words.t('mails.request-received.report'), url: content.reportUrl }
  return [{ kind: 'quiet', text: words.t('mails.request-received.unknown'), link }]
}
