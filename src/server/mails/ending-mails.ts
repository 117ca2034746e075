// Mails about the time of an access: it ends soon, it was extended, it is time to look at it again.
import type { MailOf } from './mail-content.ts'
import type { Block, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'
import { endAsFact, rightsByName } from './rights-in-mail.ts'

export function accessEnding(content: MailOf<'access-ending'>, words: Words): MailDocument {
  const { parts, reader } = content
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  const said = { ...names, date: words.date(content.endsOn), count: parts.length }
  const other = reader === 'customer' ? names.partner : names.customer
  const ending: readonly Block[] =
    parts.length > 0 ? [{ kind: 'groups', groups: rightsByName(words.t('mails.label.ending'), parts, words) }] : []
  return {
    subject: words.t(parts.length > 0 ? 'mails.access-ending.subject_rights' : 'mails.access-ending.subject', { ...said, other }),
    preheader: words.t('mails.access-ending.preheader', { days: content.daysLeft }),
    blocks: [
      { kind: 'paragraph', text: words.t(parts.length > 0 ? 'mails.access-ending.body_rights' : 'mails.access-ending.body', said) },
      ...ending,
      { kind: 'paragraph', text: words.t(reader === 'customer' ? 'mails.access-ending.choice' : 'mails.access-ending.ask') },
      button(reader === 'customer' ? 'mails.access-ending.button' : 'mails.rights-changed.button', content.url, words),
    ],
    why: reader === 'customer' ? words.t('mails.why.representative', { organisation: names.customer }) : words.t('mails.why.concerned'),
  }
}

export function accessExtended(content: MailOf<'access-extended'>, words: Words): MailDocument {
  const names = { customer: words.name(content.customer), partner: words.name(content.partner) }
  const { endsOn, sensitiveUntil, reader, inForce } = content
  const other = reader === 'customer' ? names.partner : names.customer
  const sensitive = sensitiveUntil === null ? [] : [{ label: words.t('mails.label.sensitive_ends'), value: words.date(sensitiveUntil) }]
  return {
    subject:
      endsOn === null
        ? words.t('mails.access-extended.subject_open', { other })
        : words.t('mails.access-extended.subject', { other, date: words.date(endsOn) }),
    preheader: words.t('mails.access-extended.preheader', { count: inForce }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.access-extended.body', names) },
      { kind: 'facts', facts: [endAsFact(endsOn, words), ...sensitive] },
      { kind: 'paragraph', text: words.t('mails.rights_also', { count: inForce }) },
      button('mails.access-extended.button', content.url, words),
    ],
    why: words.t('mails.why.concerned'),
  }
}

export function yearlyReview(content: MailOf<'yearly-review'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const said = { partner: words.name(content.partner), count: content.inForce, organisation }
  const unused = content.unused.length
  return {
    subject: words.t('mails.yearly-review.subject'),
    preheader: words.t('mails.yearly-review.preheader', said),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.yearly-review.body', said) },
      { kind: 'paragraph', text: words.t('mails.yearly-review.unused', { count: unused }) },
      ...(unused === 0 ? [] : [{ kind: 'groups' as const, groups: rightsByName(words.t('mails.label.unused'), content.unused, words) }]),
      button('mails.yearly-review.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation }),
  }
}
