// Mails about a person's own sign-in and their place in an organisation.
import type { MailOf } from './mail-content.ts'
import type { Fact, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

export function codeMail(content: MailOf<'verify-address' | 'sign-in-code'>, words: Words): MailDocument {
  const device = content.id === 'sign-in-code' ? content.device : null
  return {
    subject: words.t(`mails.${content.id}.subject`),
    preheader: words.t(`mails.${content.id}.preheader`),
    blocks: [
      { kind: 'paragraph', text: words.t(`mails.${content.id}.body`, { minutes: content.minutes }) },
      { kind: 'code', code: content.code },
      ...(device === null ? [] : [{ kind: 'facts' as const, facts: deviceAsFacts(device, words) }]),
      { kind: 'quiet', text: words.t('mails.code.not_you') },
    ],
    why: words.t('mails.why.sign_in'),
  }
}

export function securityChanged(content: MailOf<'security-changed'>, words: Words): MailDocument {
  const facts = [{ label: words.t('mails.label.at'), value: words.dateTime(content.at) }, ...deviceAsFacts(content.device, words)]
  return {
    subject: words.t('mails.security-changed.subject'),
    preheader: words.t('mails.security-changed.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t(`mails.security-changed.what.${content.change}`) },
      { kind: 'facts', facts },
      { kind: 'notice', text: words.t('mails.security-changed.advice') },
      button('mails.security-changed.button', content.url, words),
    ],
    why: words.t('mails.why.own_sign_in'),
  }
}

export function memberInvited(content: MailOf<'member-invited'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const person = words.name(content.by)
  const date = words.date(content.until)
  const partner = content.partner === null ? null : words.name(content.partner)
  return {
    subject: words.t('mails.member-invited.subject', { organisation }),
    preheader: words.t('mails.member-invited.preheader', { date }),
    blocks: [
      { kind: 'paragraph', text: words.t('mails.member-invited.body', { person, organisation }) },
      { kind: 'facts', facts: [{ label: words.t('mails.label.role'), value: words.t(`roles.${content.role}`) }] },
      ...(partner === null ? [] : [{ kind: 'notice' as const, text: words.t('mails.member-invited.partner', { organisation, partner }) }]),
      button('mails.member-invited.button', content.url, words),
      { kind: 'paragraph', text: words.t('mails.member-invited.until', { date }) },
    ],
    why: words.t('mails.why.member_invited', { person, organisation }),
  }
}

export function representationChanged(content: MailOf<'representation-changed'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const person = words.name(content.person)
  const isAsked = content.stage === 'asked'
  const said = isAsked
    ? words.t('mails.representation-changed.preheader_asked', { organisation, person })
    : words.t('mails.representation-changed.preheader', { organisation, person, date: words.date(content.at) })
  return {
    subject: words.t(isAsked ? 'mails.representation-changed.subject_asked' : 'mails.representation-changed.subject', { organisation }),
    preheader: said,
    blocks: [
      { kind: 'paragraph', text: said },
      {
        kind: 'paragraph',
        text: words.t(isAsked ? 'mails.representation-changed.body_asked' : 'mails.representation-changed.body', { why: content.why }),
      },
      button('mails.representation-changed.button', content.url, words),
    ],
    why: words.t('mails.why.member', { organisation }),
  }
}

export function operatorsChanged(content: MailOf<'operators-changed'>, words: Words): MailDocument {
  const { change, by, address, at, url } = content
  const person = words.name(content.person)
  const said =
    by === null
      ? words.t(`mails.operators-changed.${change}_on_command_line`, { person, date: words.date(at) })
      : words.t(`mails.operators-changed.${change}`, { person, by: words.name(by), date: words.date(at) })
  return {
    subject: words.t(`mails.operators-changed.subject_${change}`, { person }),
    preheader: said,
    blocks: [
      { kind: 'paragraph', text: said },
      { kind: 'facts', facts: [{ label: words.t('mails.operators-changed.address'), value: address }] },
      { kind: 'paragraph', text: words.t('mails.operators-changed.advice') },
      button('mails.operators-changed.button', url, words),
    ],
    why: words.t('mails.why.operators'),
  }
}

export function roleChanged(content: MailOf<'role-changed'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const change = content.role === null ? 'ended' : 'role'
  const body = words.t(`mails.role-changed.body_${change}`, { organisation, person: words.name(content.by), date: words.date(content.at) })
  return {
    subject: words.t(`mails.role-changed.subject_${change}`, { organisation }),
    preheader: body,
    blocks: [
      { kind: 'paragraph', text: body },
      ...(content.role === null
        ? []
        : [{ kind: 'facts' as const, facts: [{ label: words.t('mails.label.role'), value: words.t(`roles.${content.role}`) }] }]),
      ...(content.url === null ? [] : [button('mails.role-changed.button', content.url, words)]),
    ],
    why: words.t('mails.why.member', { organisation }),
  }
}

function deviceAsFacts(device: string | null, words: Words): Fact[] {
  return device === null ? [] : [{ label: words.t('mails.label.device'), value: words.name(device) }]
}
