// Mails to those who look after many things: the partner's daily digest and the operator's reports.
import type { CustomerNews, DigestPart, MailOf } from './mail-content.ts'
import type { Group, Item, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

export function partnerDigest(content: MailOf<'partner-digest'>, words: Words): MailDocument {
  return {
    subject: words.t('mails.partner-digest.subject', { count: content.count }),
    preheader: words.t('mails.partner-digest.preheader'),
    blocks: [
      { kind: 'groups', groups: content.sections.map((part) => partOfDigest(part, words)) },
      button('mails.partner-digest.button', content.url, words),
    ],
    why: words.t('mails.why.customers', { organisation: words.name(content.organisation) }),
  }
}

export function reportReceived(content: MailOf<'report-received'>, words: Words): MailDocument {
  const { reader, number } = content
  const partner = words.name(content.partner)
  const body = words.t(`mails.report-received.body_${reader}`, { partner, number, date: words.date(content.at) })
  return {
    subject: words.t(`mails.report-received.subject_${reader}`, { partner }),
    preheader: words.t(`mails.report-received.preheader_${reader}`),
    blocks: [
      { kind: 'paragraph', text: body },
      ...(content.url === null ? [] : [button('mails.report-received.button', content.url, words)]),
    ],
    why: words.t(`mails.why.${reader === 'operator' ? 'operator' : 'reporter'}`),
  }
}

function partOfDigest({ section, count, customers, url }: DigestPart, words: Words): Group {
  return {
    title: words.t(`mails.partner-digest.section.${section}`),
    items: customers.map((customer) => newsItem(customer, words)),
    link: { label: words.t('mails.partner-digest.in_list', { count }), url },
  }
}

function newsItem({ customer, news, url }: CustomerNews, words: Words): Item {
  const said = news.map(({ what, on }) => words.t(`mails.partner-digest.what.${what}`, { date: on === null ? '' : words.date(on) }))
  return { text: words.t('mails.partner-digest.line', { customer: words.name(customer), what: words.list(said) }), url }
}
