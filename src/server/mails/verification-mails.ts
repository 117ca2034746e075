// Mails about who a partner is: how its verification stands, and that its name or its register number has changed.
import type { MailOf } from './mail-content.ts'
import type { MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

export function partnerVerification(content: MailOf<'partner-verification'>, words: Words): MailDocument {
  const { result } = content
  const organisation = words.name(content.organisation)
  const date = content.until === null ? '' : words.date(content.until)
  return {
    subject: words.t('mails.partner-verification.subject', { result: words.t(`mails.partner-verification.result.${result}`) }),
    preheader: words.t(`mails.partner-verification.body.${result}`, { organisation, date }),
    blocks: [
      { kind: 'paragraph', text: words.t(`mails.partner-verification.body.${result}`, { organisation, date }) },
      { kind: 'paragraph', text: words.t(`mails.partner-verification.then.${result}`) },
      button('mails.partner-verification.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation }),
  }
}

export function partnerRenamed(content: MailOf<'partner-renamed'>, words: Words): MailDocument {
  const before = words.name(content.before)
  const after = words.name(content.after)
  const organisation = words.name(content.organisation)
  return {
    subject: words.t('mails.partner-renamed.subject', { before, after }),
    preheader: words.t('mails.partner-renamed.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.partner-renamed.body', { before, after, organisation }) },
      { kind: 'paragraph', text: words.t('mails.partner-renamed.same') },
      button('mails.partner-renamed.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation }),
  }
}

export function partnerNumberChanged(content: MailOf<'partner-number-changed'>, words: Words): MailDocument {
  const { before, after } = content
  const partner = words.name(content.partner)
  const organisation = words.name(content.organisation)
  return {
    subject: words.t('mails.partner-number-changed.subject', { partner }),
    preheader: words.t('mails.partner-number-changed.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.partner-number-changed.body', { partner, before, after, organisation }) },
      { kind: 'paragraph', text: words.t('mails.partner-number-changed.then') },
      button('mails.partner-number-changed.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation }),
  }
}
