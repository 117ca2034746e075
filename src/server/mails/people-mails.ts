// Mails about people of a partner: a collaborator asks for access, is answered, and who follows somebody who left.
import type { MailOf } from './mail-content.ts'
import type { Block, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'
import { rightsByName } from './rights-in-mail.ts'

export function customerAsked(content: MailOf<'customer-asked'>, words: Words): MailDocument {
  const { rights, hours } = content
  const said = { person: words.name(content.person), customer: words.name(content.customer) }
  return {
    subject: words.t('mails.customer-asked.subject', said),
    preheader: words.t('mails.customer-asked.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t(rights === null ? 'mails.customer-asked.body' : 'mails.customer-asked.body_rights', said) },
      ...named(rights, words),
      { kind: 'facts', facts: [{ label: words.t('mails.label.duration'), value: howLong(hours, words) }] },
      button('mails.customer-asked.button', content.url, words),
    ],
    why: words.t('mails.why.responsible', { organisation: words.name(content.organisation) }),
  }
}

export function customerAnswered(content: MailOf<'customer-answered'>, words: Words): MailDocument {
  const { granted, rights, until } = content
  const customer = words.name(content.customer)
  const outcome = granted ? 'granted' : 'declined'
  const time = until === null ? words.t('mails.duration.none') : words.dateTime(until)
  return {
    subject: words.t(`mails.customer-answered.subject_${outcome}`, { customer }),
    preheader: words.t(`mails.customer-answered.preheader_${outcome}`),
    blocks: [
      { kind: 'paragraph', text: words.t(`mails.customer-answered.body_${outcome}`, { customer }) },
      ...named(rights, words),
      ...(granted ? [{ kind: 'facts' as const, facts: [{ label: words.t('mails.label.access_ends'), value: time }] }] : []),
      button(`mails.customer-answered.button_${outcome}`, content.url, words),
    ],
    why: words.t('mails.why.asked_yourself', { organisation: words.name(content.organisation) }),
  }
}

export function successorNamed(content: MailOf<'successor-named'>, words: Words): MailDocument {
  const { partner, person, successor } = {
    partner: words.name(content.partner),
    person: words.name(content.person),
    successor: words.name(content.successor),
  }
  const said = { partner, person, successor }
  return {
    subject: words.t('mails.successor-named.subject', said),
    preheader: words.t('mails.successor-named.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.successor-named.body', said) },
      { kind: 'paragraph', text: words.t('mails.successor-named.choice', said) },
      button('mails.successor-named.button', content.url, words),
    ],
    why: words.t('mails.why.representative', { organisation: words.name(content.organisation) }),
  }
}

function named(rights: Parameters<typeof rightsByName>[1] | null, words: Words): readonly Block[] {
  return rights === null ? [] : [{ kind: 'groups', groups: rightsByName(words.t('mails.label.rights_asked'), rights, words) }]
}

function howLong(hours: number | null, words: Words): string {
  if (hours === null) return words.t('mails.duration.none')
  return hours % 24 === 0 ? words.t('mails.duration.days', { days: hours / 24 }) : words.t('mails.duration.hours', { hours })
}
