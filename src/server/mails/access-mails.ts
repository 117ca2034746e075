// Mails about an access in force: granted, changed, paid by someone else, suspended, resumed, ended, and what was done with it.
import type { MailOf } from './mail-content.ts'
import type { Block, Fact, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'
import { endAsFact, rightsByName, rightsInSentences } from './rights-in-mail.ts'

export function accessGranted(content: MailOf<'access-granted'>, words: Words): MailDocument {
  const partner = words.name(content.partner)
  const person = words.name(content.by)
  const organisation = words.name(content.organisation)
  const { startsOn } = content
  const starts = startsOn === null ? [] : [{ label: words.t('mails.label.starts'), value: words.date(startsOn) }]
  return {
    subject:
      startsOn === null
        ? words.t('mails.access-granted.subject', { partner })
        : words.t('mails.access-granted.subject_later', { partner, date: words.date(startsOn) }),
    preheader: words.t('mails.access-granted.preheader', { person, count: content.rights.length }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.access-granted.body', { person, partner, organisation, date: words.date(content.at) }) },
      rightsInSentences(content.rights, words),
      { kind: 'facts', facts: [...starts, endAsFact(content.endsOn, words)] },
      { kind: 'notice', text: words.t('mails.access-granted.stop') },
      button('mails.access-granted.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation }),
  }
}

export function rightsChanged(content: MailOf<'rights-changed'>, words: Words): MailDocument {
  const customer = words.name(content.customer)
  return {
    subject: words.t('mails.rights-changed.subject', { customer }),
    preheader: words.t('mails.rights-changed.preheader', { count: content.inForce }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.rights-changed.body', { customer }) },
      {
        kind: 'groups',
        groups: [
          ...rightsByName(words.t('mails.label.removed'), content.removed, words),
          ...rightsByName(words.t('mails.label.added'), content.added, words),
        ],
      },
      { kind: 'facts', facts: [at(content.at, words), endAsFact(content.endsOn, words)] },
      { kind: 'paragraph', text: words.t('mails.rights_also', { count: content.inForce }) },
      ...(content.payment === null ? [] : paymentBlocks({ ...content, ...content.payment, reader: 'partner' }, words)),
      button('mails.rights-changed.button', content.url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

export function payerChanged(content: MailOf<'payer-changed'>, words: Words): MailDocument {
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  return {
    subject: words.t('mails.payer-changed.subject', { other: content.reader === 'customer' ? names.partner : names.customer }),
    preheader: words.t('mails.payer-changed.preheader'),
    blocks: [...paymentBlocks(content, words, [at(content.at, words)]), button('mails.payer-changed.button', content.url, words)],
    why: words.t('mails.why.concerned'),
  }
}

type Paid = Pick<MailOf<'payer-changed'>, 'reader' | 'customer' | 'partner' | 'payer' | 'paymentMethod' | 'spendingLimit'>

function paymentBlocks(content: Paid, words: Words, before: readonly Fact[] = []): Block[] {
  const { payer, reader, paymentMethod, spendingLimit } = content
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  const said = payer === null ? 'none' : payer === reader ? 'you' : 'other'
  const facts = [
    ...before,
    ...(paymentMethod === null ? [] : [{ label: words.t('mails.label.payment_method'), value: methodOf(paymentMethod, words) }]),
    ...(spendingLimit === null ? [] : [{ label: words.t('mails.label.limit'), value: words.limit(spendingLimit) }]),
  ]
  const body = words.t('mails.payer-changed.body', { payer: said, payer_name: payer === null ? '' : names[payer], partner: names.partner })
  return [
    { kind: 'paragraph', text: body },
    { kind: 'facts', facts },
  ]
}

export function accessGate(content: MailOf<'access-suspended' | 'access-resumed'>, words: Words): MailDocument {
  const key = content.id
  const how = content.id === 'access-suspended' && content.isDisputed ? '_disputed' : ''
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  const done = { by: content.by === null ? 'operator' : 'person', person: content.by === null ? '' : words.name(content.by) }
  return {
    subject: words.t(`mails.${key}.subject${how}`, names),
    preheader: words.t(`mails.${key}.preheader${how}`),
    blocks: [
      { kind: 'paragraph', text: words.t(`mails.${key}.body${how}`, { ...names, ...done, date: words.dateTime(content.at) }) },
      ...knownPasswords(content.id === 'access-suspended' ? content.knownPasswords : 0, names.partner, words),
      button('mails.access-suspended.button', content.url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

export function partnershipEnded(content: MailOf<'partnership-ended'>, words: Words): MailDocument {
  const { reader, by, receipt } = content
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  const facts =
    receipt === null ? [] : [{ label: words.t('mails.label.receipt'), value: words.t('mails.partnership-ended.receipt', receipt) }]
  return {
    subject: words.t('mails.partnership-ended.subject', { other: reader === 'customer' ? names.partner : names.customer }),
    preheader: words.t('mails.partnership-ended.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.partnership-ended.body', { ...names, by, date: words.date(content.at) }) },
      { kind: 'facts', facts: [at(content.at, words), ...facts] },
      ...knownPasswords(content.knownPasswords, names.partner, words),
      button('mails.partnership-ended.button', content.url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

/** What still works is said to the customer alone, and only where there is something. */
const knownPasswords = (count: number | undefined, partner: string, words: Words): readonly Block[] =>
  count ? [{ kind: 'notice', text: words.t('mails.known_passwords', { count, partner }) }] : []

export function visitStarted(content: MailOf<'visit-started'>, words: Words): MailDocument {
  const names = { person: words.name(content.person), partner: words.name(content.partner), customer: words.name(content.customer) }
  return {
    subject: words.t('mails.visit-started.subject', names),
    preheader: words.t('mails.visit-started.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.visit-started.body', names) },
      { kind: 'facts', facts: [at(content.at, words)] },
      { kind: 'notice', text: words.t('mails.visit-started.advice') },
      button('mails.visit-started.button', content.url, words),
    ],
    why: words.t('mails.why.visits', { organisation: names.customer }),
  }
}

export function criticalChange(content: MailOf<'critical-change'>, words: Words): MailDocument {
  const product = words.product(content.product)
  const names = { person: words.name(content.person), partner: words.name(content.partner), customer: words.name(content.customer) }
  return {
    subject: words.t('mails.critical-change.subject', { partner: names.partner, product }),
    preheader: words.t('mails.critical-change.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.critical-change.body', names) },
      {
        kind: 'facts',
        facts: [
          { label: words.t('mails.label.change'), value: words.t(`mails.critical-change.what.${content.change}`) },
          { label: words.t('mails.label.product'), value: product },
          at(content.at, words),
        ],
      },
      { kind: 'notice', text: words.t('mails.critical-change.advice') },
      button('mails.critical-change.button', content.url, words),
    ],
    why: words.t('mails.why.responsible', { organisation: names.customer }),
  }
}

function at(time: Parameters<Words['dateTime']>[0], words: Words): Fact {
  return { label: words.t('mails.label.at'), value: words.dateTime(time) }
}

function methodOf({ brand, lastFour }: { readonly brand: string; readonly lastFour: string }, words: Words): string {
  return words.t('mails.payment_method', { brand: words.name(brand), digits: lastFour })
}
