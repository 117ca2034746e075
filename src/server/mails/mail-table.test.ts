// The table of kinds and the mails that are written: the same, but for the ones that are awaited.
import { expect, test } from 'vitest'
import { languages } from '../../domain/language.ts'
import { mailKindIds } from '../../domain/mails/mail-kinds.ts'
import { textsFor } from '../../locales/server-texts.ts'
import type { MailId } from './mail-content.ts'
import { mailSamples } from './mail-samples.ts'
import { mailIds, renderMail } from './render-mail.ts'

test('every kind of the table has a name in every language', () => {
  for (const language of languages)
    for (const id of mailKindIds) expect([language, id, textsFor(language).has(`mail-kinds.${id}`)]).toEqual([language, id, true])
})

const subjectsOf = (id: MailId, language: 'en' | 'de') => [
  ...new Set(
    mailSamples.filter((sample) => sample.id === id).map((sample) => renderMail(sample, language, 'http://127.0.0.1:4280').subject),
  ),
]

test('every kind of the table has a writer, and no other mail exists', () => {
  expect(mailIds.toSorted()).toEqual(mailKindIds.toSorted())
})

test('the subjects are those of the catalogue', () => {
  expect(subjectsOf('request-changed', 'en')).toEqual(['Alpweb AG changed its access request'])
  expect(subjectsOf('request-changed', 'de')).toEqual(['Alpweb AG hat die Zugriffsanfrage geändert'])
  expect(subjectsOf('payer-asked', 'en')).toEqual(['Bäckerei Zürcher GmbH asks you to take over payment'])
  expect(subjectsOf('payer-asked', 'de')).toEqual(['Bäckerei Zürcher GmbH bittet Sie, die Zahlung zu übernehmen'])
  expect(subjectsOf('job-finished', 'en')).toEqual(['Ready: add customers, 894 of 900'])
  expect(subjectsOf('job-finished', 'de')).toEqual(['Bereit: Kunden hinzufügen, 894 von 900'])
  expect(subjectsOf('representation-changed', 'de')).toEqual([
    'Bäckerei Zürcher GmbH: Eine neue vertretungsberechtigte Person wird geprüft',
    'Bäckerei Zürcher GmbH: neue vertretungsberechtigte Person',
  ])
  expect(subjectsOf('partner-digest', 'en')).toEqual(['14 customers need your attention'])
  expect(subjectsOf('order-placed', 'de')).toEqual([
    'Alpweb AG hat baeckerei-zuercher.example bestellt: CHF\u00a014.90',
    'Alpweb AG hat Webhosting Plus und 2 weitere bestellt: CHF\u00a0238.80',
  ])
  expect(subjectsOf('limit-near', 'en')).toEqual(['Spending limit for Alpweb AG: 82% used'])
  expect(subjectsOf('succession-asked', 'de')).toEqual([
    'Alpweb AG möchte an Webwerk GmbH übergeben',
    'Alpweb AG möchte an Webwerk GmbH übergeben: offen bis 23. Dezember 2026',
    'Alpweb AG möchte an Alpweb Holding AG übergeben',
  ])
  expect(subjectsOf('payer-changed', 'de')).toEqual(['Bäckerei Zürcher GmbH: Zahlung geändert'])
  expect(subjectsOf('release-needed', 'de')).toEqual(['3 Anfragen warten auf Ihre Freigabe'])
  expect(subjectsOf('report-received', 'de')).toEqual(['Wir haben Ihre Meldung erhalten', 'Meldung zu Alpweb AG'])
})
