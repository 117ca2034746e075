// Mails about paying for the other side, and about long work that is finished.
import type { MailOf } from './mail-content.ts'
import type { MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

export function payerAsked(content: MailOf<'payer-asked'>, words: Words): MailDocument {
  const [customer, partner, date] = [words.name(content.customer), words.name(content.partner), words.date(content.until)]
  const [other, own] = content.reader === 'partner' ? [customer, partner] : [partner, customer]
  return {
    subject: words.t('mails.payer-asked.subject', { other }),
    preheader: words.t('mails.payer-asked.preheader', { date }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.payer-asked.body', { other, partner, customer }) },
      { kind: 'facts', facts: [{ label: words.t('mails.label.until'), value: date }] },
      button('mails.payer-asked.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation: own }),
  }
}

export function jobFinished({ work, done, total, isStopped, url }: MailOf<'job-finished'>, words: Words): MailDocument {
  const job = words.t(`mails.job-finished.work.${work}`)
  return {
    subject: words.t('mails.job-finished.subject', { job, done, total }),
    preheader: words.t('mails.job-finished.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t(isStopped ? 'mails.job-finished.stopped' : 'mails.job-finished.body', { done, total }) },
      button('mails.job-finished.button', url, words),
    ],
    why: words.t('mails.why.started'),
  }
}
