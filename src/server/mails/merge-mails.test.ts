import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matterOf } from '../../domain/mails/mail-matter.ts'
import type { MailContent, MailId, MailOf } from './mail-content.ts'
import { mailSamples } from './mail-samples.ts'
import { mergeMails } from './merge-mails.ts'
import { renderMail as render } from './render-mail.ts'

const renderMail = (content: MailContent, language: 'en') => render(content, language, 'http://127.0.0.1:4280')

function sample<Id extends MailId>(id: Id): MailOf<Id> {
  const found = mailSamples.find((mail): mail is MailOf<Id> => mail.id === id)
  if (!found) throw new Error(`no sample of ${id}`)
  return found
}

test('rights and payment changed in one step are one mail that says both', () => {
  const merged = mergeMails([sample('payer-changed'), sample('rights-changed')])
  const { subject, text } = renderMail(merged, 'en')
  expect(subject).toBe('Bäckerei Zürcher GmbH changed your rights')
  expect(text).toContain('From now on Bäckerei Zürcher GmbH pays for what Alpweb AG orders.')
  expect(text).toContain('4242')
})

test('two changes of rights in one step are told together', () => {
  const second: MailContent = { ...sample('rights-changed'), added: ['domain.view'], removed: [], inForce: 8 }
  const merged = mergeMails([sample('rights-changed'), second])
  expect(merged).toMatchObject({ added: ['billing.view', 'domain.view'], removed: ['mail.manage', 'hosting.content'], inForce: 8 })
})

test('whatever comes together, one kind of it is told, whatever the order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...mailSamples), fc.array(fc.nat(), { maxLength: 4 }), (one, picks) => {
      const same = mailSamples.filter(({ id }) => matterOf(id) === matterOf(one.id))
      const others = picks.map((pick) => same[pick % same.length] ?? one)
      const { id } = mergeMails([one, ...others])
      expect([one, ...others].map((content) => content.id)).toContain(id)
      const [first = one, ...rest] = [one, ...others].toReversed()
      expect(mergeMails([first, ...rest]).id).toBe(id)
    }),
  )
})
