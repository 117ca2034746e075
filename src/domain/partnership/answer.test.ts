import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  asked,
  asPetra,
  asRuth,
  bakeryMail,
  daysAfter,
  everyRow,
  everywhere,
  findProduct,
  givenProposal,
  givenTerms,
  theCounter,
} from '../given.ts'
import { isSensitive, neverDelegable, rightIds } from '../rights/catalogue.ts'
import { isSupported, rightsIn } from '../rights/rights-set.ts'
import type { GrantedRight } from '../rights/scope.ts'
import { type Choice, workOutAnswer } from './answer.ts'
import { answerProposal } from './answer-proposal.ts'
import type { Proposal } from './proposal.ts'

const proposal = givenProposal({ rights: [asked('domain.view'), asked('domain.manage'), asked('mail.view', { required: true })] })
const full = (['domain.view', 'domain.manage', 'mail.view'] as const).map((right) => everywhere(right))
const choose = (granted: readonly GrantedRight[], more: Partial<Choice> = {}): Choice => ({
  granted,
  notGranted: [],
  terms: givenTerms(),
  ...more,
})
const work = (choice: Choice, of: Proposal = proposal) => workOutAnswer(of, choice, findProduct)

test('granting everything is granting as asked', () => {
  expect(work(choose(full))).toMatchObject({ kind: 'accepted_as_asked', leftOut: [], added: [] })
})

test('leaving out what is optional accepts, leaving out what is required counters', () => {
  expect(work(choose([everywhere('mail.view')]))).toMatchObject({ kind: 'accepted_differently', leftOut: ['domain.view', 'domain.manage'] })
  expect(work(choose([everywhere('domain.view')]))).toMatchObject({ kind: 'counter', reasons: ['required_left_out'] })
})

test('fewer products, a shorter time, or something else as well is a different answer, not a counter', () => {
  const scope = { kind: 'product', productId: bakeryMail.productId } as const
  const narrower = givenProposal({ rights: [asked('mail.view', { required: true, scope: { kind: 'all', future: true } })] })
  expect(work(choose([{ right: 'mail.view', scope }]), narrower)).toMatchObject({ kind: 'accepted_differently', leftOut: [] })
  expect(work(choose(full, { terms: givenTerms({ end: { kind: 'after', days: 30 } }) })).kind).toBe('accepted_differently')
  expect(work(choose([...full, everywhere('members.view')]))).toMatchObject({ kind: 'accepted_differently', added: ['members.view'] })
})

test('making the partner pay needs the partner’s yes; taking payment back does not', () => {
  expect(work(choose(full, { terms: givenTerms({ payer: 'partner' }) }))).toMatchObject({
    kind: 'counter',
    reasons: ['partner_asked_to_pay'],
  })
  const offered = givenProposal({ rights: proposal.rights, terms: givenTerms({ payer: 'partner' }) })
  expect(work(choose(full, { terms: givenTerms({ payer: 'partner' }) }), offered).kind).toBe('accepted_as_asked')
  expect(work(choose(full), offered).kind).toBe('accepted_differently')
})

test('a sensitive required right is answered expressly', () => {
  const firm = givenProposal({ rights: [asked('mail.view'), asked('mail.content', { required: true })] })
  expect(work(choose([everywhere('mail.view')]), firm)).toEqual({ kind: 'refused', code: 'sensitive_unanswered' })
  expect(work(choose([everywhere('mail.view')], { notGranted: ['mail.content'] }), firm).kind).toBe('counter')
  expect(work(choose([everywhere('mail.view'), everywhere('mail.content')]), firm).kind).toBe('accepted_as_asked')
})

test('what was not allowed wins, and takes along what needs it', () => {
  expect(work(choose([...full, everywhere('mail.content')], { notGranted: ['mail.view'] }))).toMatchObject({
    kind: 'counter',
    rights: [everywhere('domain.view'), everywhere('domain.manage')],
  })
})

test('an answer says something that can be granted', () => {
  expect(work(choose([]))).toEqual({ kind: 'refused', code: 'nothing_granted' })
  expect(work(choose([everywhere('product.delete'), everywhere('billing.view')]))).toEqual({ kind: 'refused', code: 'view_missing' })
  expect(work({ granted: [asked('mail.view')], notGranted: [], terms: givenTerms() })).toEqual({
    kind: 'refused',
    code: 'scope_unresolved',
  })
  expect(work(choose([{ right: 'billing.view', scope: { kind: 'all', future: true } }]))).toEqual({
    kind: 'refused',
    code: 'scope_not_fitting',
  })
})

test('on a living partnership deleting is granted beside what is seen already', () => {
  const more = givenProposal({ rights: [asked('product.delete')] })
  expect(work(choose([everywhere('product.delete')]), more)).toEqual({ kind: 'refused', code: 'view_missing' })
  const answer = workOutAnswer({ ...more, inForce: [everywhere('mail.view')] }, choose([everywhere('product.delete')]), findProduct)
  expect(answer.kind).toBe('accepted_as_asked')
})

test('nobody obtains what is never delegable, not even when the customer says yes', () => {
  for (const never of neverDelegable) {
    expect(work(choose([...full, { right: never as 'mail.view', scope: { kind: 'organisation' } }]))).toEqual({
      kind: 'refused',
      code: 'unknown_right',
    })
  }
})

test('whatever is chosen, the answer grants nothing but it and what it needs', () => {
  const anyRequested = fc.array(
    fc.record({ right: fc.constantFrom(...rightIds), required: fc.boolean() }).map(({ right, required }) => asked(right, { required })),
  )
  fc.assert(
    fc.property(anyRequested, fc.subarray([...everyRow]), fc.subarray([...rightIds]), (rights, granted, notGranted) => {
      const answer = work(choose(granted, { notGranted }), givenProposal({ rights }))
      if (answer.kind === 'refused') return
      const given = rightsIn(answer.rights)
      for (const right of given) expect(notGranted.includes(right)).toBe(false)
      for (const right of given.filter(isSensitive)) expect(granted.some((row) => row.right === right)).toBe(true)
      for (const row of answer.rights) expect(isSupported(row, answer.rights, findProduct)).toBe(true)
      expect(answer.kind === 'counter').toBe(rights.some(({ right, required }) => required && !given.includes(right)))
    }),
  )
})

test('a counter is a proposal of the other side, which its own side cannot accept', () => {
  const counter = { id: theCounter, expiresAt: daysAfter(30), grant: null }
  const countered = answerProposal(proposal, { by: asRuth, choice: choose([everywhere('domain.view')]), counter }, around)
  if (countered.kind !== 'countered') throw new Error(countered.kind)
  expect(countered.counter).toMatchObject({ side: 'customer', state: 'open', number: 2, rights: [{ right: 'domain.view' }] })
  expect(countered.events.map(({ kind }) => kind)).toEqual(['proposal.countered', 'proposal.made'])
  expect(answerProposal(countered.counter, { by: asPetra, choice: null, counter }, around)).toMatchObject({
    kind: 'accepted',
    proposal: { answeredBy: asPetra.personId },
    answer: { kind: 'accepted_as_asked', rights: [everywhere('domain.view')] },
  })
  const own = answerProposal(countered.counter, { by: asRuth, choice: choose(full), counter }, around)
  expect(own).toMatchObject({ kind: 'refused', code: 'asker_cannot_answer' })
  expect(answerProposal(proposal, { by: asRuth, choice: null, counter }, around)).toEqual({ kind: 'refused', code: 'not_entitled' })
})
