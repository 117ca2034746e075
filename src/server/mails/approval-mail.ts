// The mail that asks a second legal representative to sign what a first one signed.
import type { MailOf } from './mail-content.ts'
import type { MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'
import { rightsInSentences } from './rights-in-mail.ts'

export function approvalNeeded(content: MailOf<'approval-needed'>, words: Words): MailDocument {
  const { act, rights, until, url } = content
  const names = { person: words.name(content.by), organisation: words.name(content.organisation), other: words.name(content.other) }
  return {
    subject: words.t('mails.approval-needed.subject', { other: names.other }),
    preheader: words.t('mails.approval-needed.preheader', { person: names.person }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.approval-needed.body', { ...names, act }) },
      ...(rights.length > 0 ? [rightsInSentences(rights, words)] : []),
      { kind: 'facts', facts: [{ label: words.t('mails.approval-needed.until'), value: words.date(until) }] },
      button('mails.approval-needed.button', url, words),
    ],
    why: words.t('mails.why.representative', { organisation: names.organisation }),
  }
}
