// Mails about a person's own sign-in and their place in an organisation.
import type { MailOf } from './mail-content.ts'
import type { Fact, MailDocument } from './mail-document.ts'
import type { Words } from './mail-words.ts'
import { button } from './request-mails.ts'

export function codeMail(content: MailOf<'verify-address' | 'sign-in-code'>, words: Words): MailDocument {
  const device = content.id === 'sign-in-code' ? content.device : null
  return {
    subject: words.t(`${content.id}.subject`),
    preheader: words.t(`${content.id}.preheader`),
    blocks: [
      { kind: 'paragraph', text: words.t(`${content.id}.body`, { minutes: content.minutes }) },
      { kind: 'code', code: content.code },
      ...(device === null ? [] : [{ kind: 'facts' as const, facts: deviceAsFacts(device, words) }]),
      { kind: 'quiet', text: words.t('code.not_you') },
    ],
    why: words.t('why.sign_in'),
  }
}

export function securityChanged(content: MailOf<'security-changed'>, words: Words): MailDocument {
  const facts = [{ label: words.t('label.at'), value: words.dateTime(content.at) }, ...deviceAsFacts(content.device, words)]
  return {
    subject: words.t('security-changed.subject'),
    preheader: words.t('security-changed.preheader'),
    blocks: [
      { kind: 'paragraph', text: words.t(`security-changed.what.${content.change}`) },
      { kind: 'facts', facts },
      { kind: 'notice', text: words.t('security-changed.advice') },
      button('security-changed.button', content.url, words),
    ],
    why: words.t('why.own_sign_in'),
  }
}

export function memberInvited(content: MailOf<'member-invited'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const person = words.name(content.by)
  const date = words.date(content.until)
  const partner = content.partner === null ? null : words.name(content.partner)
  return {
    subject: words.t('member-invited.subject', { organisation }),
    preheader: words.t('member-invited.preheader', { date }),
    blocks: [
      { kind: 'paragraph', text: words.t('member-invited.body', { person, organisation }) },
      { kind: 'facts', facts: [{ label: words.t('label.role'), value: words.common(`roles.${content.role}`) }] },
      ...(partner === null ? [] : [{ kind: 'notice' as const, text: words.t('member-invited.partner', { organisation, partner }) }]),
      button('member-invited.button', content.url, words),
      { kind: 'paragraph', text: words.t('member-invited.until', { date }) },
    ],
    why: words.t('why.member_invited', { person, organisation }),
  }
}

export function roleChanged(content: MailOf<'role-changed'>, words: Words): MailDocument {
  const organisation = words.name(content.organisation)
  const change = content.role === null ? 'ended' : 'role'
  const body = words.t(`role-changed.body_${change}`, { organisation, person: words.name(content.by), date: words.date(content.at) })
  return {
    subject: words.t(`role-changed.subject_${change}`, { organisation }),
    preheader: body,
    blocks: [
      { kind: 'paragraph', text: body },
      ...(content.role === null
        ? []
        : [{ kind: 'facts' as const, facts: [{ label: words.t('label.role'), value: words.common(`roles.${content.role}`) }] }]),
      ...(content.url === null ? [] : [button('role-changed.button', content.url, words)]),
    ],
    why: words.t('why.member', { organisation }),
  }
}

function deviceAsFacts(device: string | null, words: Words): Fact[] {
  return device === null ? [] : [{ label: words.t('label.device'), value: words.name(device) }]
}
