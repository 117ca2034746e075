import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../domain/language.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { textsFor } from '../../locales/server-texts.ts'
import type { MailContent, MailId, MailOf } from './mail-content.ts'
import { mailSamples } from './mail-samples.ts'
import { mailIds, renderMail as render } from './render-mail.ts'

const renderMail = (content: MailContent, language: (typeof languages)[number]) => render(content, language, 'http://127.0.0.1:4280')

function isMail<Id extends MailId>(id: Id) {
  return (mail: MailContent): mail is MailOf<Id> => mail.id === id
}

function sample<Id extends MailId>(id: Id): MailOf<Id> {
  const found = mailSamples.find(isMail(id))
  if (!found) throw new Error(`no sample of ${id}`)
  return found
}

/** What a person reads in the HTML: no tags, no styles, entities resolved. */
function readable(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  const words = body
    .replaceAll(/<wbr>|<\/?span[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return words.replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
}

/** A mail has the plain hyphen where a screen has the one that holds by itself. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('\u2011', '-')

test('every kind of mail has a sample', () => {
  expect([...new Set(mailSamples.map(({ id }) => id))].toSorted()).toEqual([...mailIds].toSorted())
})

describe.each(languages)('every mail in %s', (language) => {
  test.each(mailSamples)('$id says the same in HTML and in text, and nothing is left unsaid', (content) => {
    const { subject, html, text } = renderMail(content, language)
    for (const said of [subject, html, text]) expect(said).not.toMatch(/undefined|\bnull\b|NaN|\[object|mails\.|rights\.[a-z]|\u2011/)
    expect(text).not.toMatch(/[{}]/)
    expect(flat(text).replaceAll('! ', '')).toContain(flat(subject))
    expect(readable(html)).toContain(flat(subject))
    expect(html).toContain(`<html lang="${textsFor(language).locale}">`)
    expect(subject.length).toBeLessThanOrEqual(120)
  })

  test.each(mailSamples)('$id has at most one button and no picture, script, form or foreign address', (content) => {
    const { html } = renderMail(content, language)
    expect(html.match(/class="button"/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(html).not.toMatch(/<(img|script|form|iframe|link|svg)\b|url\(|@import/i)
    const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href]) => href)
    expect(addresses.every((href) => href?.startsWith('http://127.0.0.1:4280/'))).toBe(true)
  })

  test('the request says who, what, how long, who pays, the choice, the button, until when, and what else, in this order', () => {
    const { t } = textsFor(language)
    const content = sample('request-received')
    const { html, text } = renderMail(content, language)
    const order = [
      'Alpweb AG',
      'alpweb.example',
      'Olten',
      t('rights.domain.view'),
      t('rights.mail.manage'),
      t('rights.hosting.content'),
      t('mails.label.duration'),
      t('mails.label.payer'),
      t('mails.request-received.choice'),
      t('mails.request-received.button'),
      t('mails.request-received.until', { date: until(language) }),
      t('mails.request-received.unknown'),
    ]
    for (const said of [readable(html), flat(text)]) {
      const places = order.map((words) => said.indexOf(flat(words)))
      expect(
        places.every((place) => place >= 0),
        `missing: ${order.filter((words) => !said.includes(flat(words))).join(', ')}`,
      ).toBe(true)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  })
})

test('the subjects are those of the catalogue', () => {
  const subjects = (id: MailId) => [renderMail(sample(id), 'en').subject, renderMail(sample(id), 'de').subject]
  expect(subjects('request-received')).toEqual(['Access request from Alpweb AG', 'Zugriffsanfrage von Alpweb AG'])
  expect(subjects('request-passed-on')[1]).toBe('Eine Zugriffsanfrage von Alpweb AG wurde Ihnen weitergeleitet')
  expect(subjects('answer-granted')[0]).toBe('Bäckerei Zürcher GmbH granted all 8 rights')
  expect(subjects('answer-different')[1]).toBe('Bäckerei Zürcher GmbH hat andere Rechte erteilt: bitte prüfen')
  expect(subjects('access-granted')[1]).toBe('Alpweb AG hat jetzt Zugriff auf Ihr Konto')
  expect(subjects('access-suspended')[0]).toBe('Bäckerei Zürcher GmbH: access of Alpweb AG suspended')
  expect(subjects('critical-change')[1]).toBe('Alpweb AG hat etwas Wichtiges geändert: baeckerei-zuercher.example')
  expect(subjects('sign-in-code')).toEqual(['Your sign-in code', 'Ihr Anmeldecode'])
})

test('the request marks exactly the sensitive rights and names no product and no reason', () => {
  const { text } = renderMail(sample('request-received'), 'en')
  expect(text.match(/\[sensitive\]/g)?.length).toBe(2)
  const all = renderMail({ ...sample('request-received'), rights: rightIds }, 'de')
  expect(all.text.match(/\[heikel\]/g)?.length).toBe(9)
  expect(all.text.match(/^- /gm)?.length).toBe(22)
})

test('dates carry the year and the day in Zürich', () => {
  const late = { ...sample('request-withdrawn'), at: sample('request-received').until }
  expect(renderMail(late, 'de').text).toContain('23. Dezember 2026')
  expect(renderMail(sample('answer-different'), 'de').text).toContain('18:40')
  expect(renderMail(sample('answer-different'), 'fr').text).toContain('23 novembre 2027')
})

test('the code is not in the subject or the preheader', () => {
  const { subject, html } = renderMail(sample('sign-in-code'), 'de')
  expect(subject).not.toMatch(/\d/)
  expect(html.slice(0, html.indexOf('<h1'))).not.toContain('482 913')
})

test('a hostile name stays words: no markup, no header, no link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      const hostile = `<b onclick="x">${name}</b> https://evil.example\r\nBcc: a@evil.example`
      const { subject, html, text } = renderMail({ ...sample('answer-declined'), customer: hostile }, 'en')
      expect(subject).not.toMatch(/[\r\n]/)
      expect(html).not.toContain('<b onclick')
      for (const said of [subject, html, text]) expect(said).not.toMatch(/evil\.example/)
    }),
    { numRuns: 200 },
  )
})

test('a link that is not a page is a mistake that shows at once', () => {
  expect(() => renderMail({ ...sample('answer-declined'), url: 'javascript:alert(1)' }, 'en')).toThrow('not the address of a page')
})

function until(language: (typeof languages)[number]): string {
  const format = new Intl.DateTimeFormat(textsFor(language).locale, { dateStyle: 'long', timeZone: 'Europe/Zurich' })
  return format.format(sample('request-received').until)
}
