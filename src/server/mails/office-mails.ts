// Mails to those who look after many things: the partner's daily digest and the operator's reports.
import type { CustomerNews, MailOf } from './mail-content.ts'
import type { Item, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

const shown = 12

export function partnerDigest(content: MailOf<'partner-digest'>, words: Words): MailDocument {
  const news = content.news.slice(0, shown)
  const left = content.count - news.length
  return {
    subject: words.t('mails.partner-digest.subject', { count: content.count }),
    preheader: words.t('mails.partner-digest.preheader'),
    blocks: [
      { kind: 'groups', groups: [{ title: '', items: news.map((one) => newsItem(one, words)) }] },
      ...(left > 0 ? [{ kind: 'paragraph' as const, text: words.t('mails.partner-digest.more', { count: left }) }] : []),
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
    why: words.t(`mails.why.${reader}`),
  }
}

function newsItem(news: CustomerNews, words: Words): Item {
  const date = 'on' in news ? words.date(news.on) : ''
  const what = words.t(`mails.partner-digest.what.${news.what}`, { date })
  return { text: words.t('mails.partner-digest.line', { customer: words.name(news.customer), what }), url: news.url }
}
