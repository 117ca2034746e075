// Mails about money: what a partner ordered, and how much of a spending limit is used.
import type { Side } from '../../domain/organisation.ts'
import type { MailOf } from './mail-content.ts'
import type { MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

export function orderPlaced(content: MailOf<'order-placed'>, words: Words): MailDocument {
  const { reader, payer, more, at, url } = content
  const names = namesIn(content, words)
  const first = content.product === null ? words.named(content.description) : words.product(content.product)
  const product = first === null ? words.t('mails.order-placed.something') : first
  const amount = words.money(content.total)
  const what = more === 0 ? product : words.t('mails.order-placed.more', { product, count: more })
  return {
    subject: words.t('mails.order-placed.subject', { partner: names.partner, product: what, amount }),
    preheader: words.t('mails.order-placed.owner', { customer: names.customer, reader }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.order-placed.body', { ...names, product: what, reader }) },
      {
        kind: 'facts',
        facts: [
          { label: words.t('mails.label.product'), value: what },
          { label: words.t('mails.order-placed.total'), value: amount },
          { label: words.t('mails.label.payer'), value: whoPays(reader, payer, names, words) },
          { label: words.t('mails.label.at'), value: words.dateTime(at) },
        ],
      },
      { kind: 'paragraph', text: words.t('mails.order-placed.owner', { customer: names.customer, reader }) },
      button('mails.order-placed.button', url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

export function limitNear(content: MailOf<'limit-near'>, words: Words): MailDocument {
  const { reader, limit, url } = content
  const names = namesIn(content, words)
  const percent = words.percent(content.percent)
  return {
    subject: words.t('mails.limit-near.subject', { partner: names.partner, percent }),
    preheader: words.t('mails.limit-near.preheader', { spent: words.money(content.spent), limit: words.limit(limit) }),
    blocks: [
      {
        kind: 'paragraph',
        text: words.t(content.percent >= 100 ? 'mails.limit-near.body_used' : 'mails.limit-near.body', { ...names, percent, reader }),
      },
      {
        kind: 'facts',
        facts: [
          { label: words.t('mails.limit-near.spent'), value: words.money(content.spent) },
          { label: words.t('mails.label.limit'), value: words.limit(limit) },
        ],
      },
      button(reader === 'customer' ? 'mails.limit-near.button_customer' : 'mails.limit-near.button_partner', url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

const namesIn = (content: { readonly partner: string; readonly customer: string }, words: Words) => ({
  partner: words.name(content.partner),
  customer: words.name(content.customer),
})

function whoPays(reader: Side, payer: Side, { partner, customer }: ReturnType<typeof namesIn>, words: Words): string {
  if (reader === payer) return words.t('mails.payer.you')
  return payer === 'partner' ? partner : customer
}
