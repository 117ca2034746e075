// The body of a request as its draft says, and what is wrong with it field by field, before the server is asked or after it refused.
import type { z } from 'zod'
import { longestDays, shortestDays } from '../../../domain/partnership/terms.ts'
import { request } from '../../../server/requests/contract.ts'
import { Problem } from '../../problem.ts'
import { requestedRights, sensitiveIn } from './asking.ts'
import { type Draft, limitIn, recipientOf } from './draft.ts'
import { codeIn, isRequestCode } from './request-code-field.tsx'

export type RequestInput = z.input<typeof request>

export const steps = ['who', 'what', 'check'] as const
export type Step = (typeof steps)[number]

const stepOfField = {
  email: 'who',
  customerNumber: 'who',
  requestCode: 'who',
  ownReference: 'who',
  listName: 'who',
  tags: 'who',
  rights: 'what',
  limit: 'what',
  lastDay: 'what',
  days: 'what',
  validityDays: 'what',
} as const satisfies Record<string, Step>
export type Field = keyof typeof stepOfField
/** By field the id of the sentence that says what to do. */
export type Wrong = Readonly<Partial<Record<Field, string>>>

export const stepOf = (field: Field): Step => stepOfField[field]

export function bodyOf(draft: Draft): RequestInput {
  const { by, requestCode, language, ownReference, listName, payer } = draft
  return {
    who: {
      ...(by === 'email' ? { email: recipientOf(draft) } : { customerNumber: recipientOf(draft) }),
      language,
      ...codeIn(requestCode),
      ...(ownReference.trim() === '' ? {} : { ownReference: ownReference.trim() }),
      ...(listName.trim() === '' ? {} : { listName: listName.trim() }),
    },
    what: whatOf(draft),
    terms: { startsOn: null, end: endOf(draft), payer, paymentMethodId: null, spendingLimit: limitIn(draft) ?? null },
    validityDays: wholeNumber(draft.validityDays),
    ...planOf(draft),
  }
}

export function wrongIn(draft: Draft, { isVerified, today }: { readonly isVerified: boolean; readonly today: string }): Wrong {
  const parsed = request.safeParse(bodyOf(draft))
  const found = parsed.success ? [] : parsed.error.issues.flatMap(({ path }) => fieldAt(path.join('/')) ?? [])
  const isTooShort = draft.end === 'on' && draft.lastDay < today
  const days = wholeNumber(draft.days)
  const isOutOfBounds = draft.end === 'after' && !(days >= shortestDays && days <= longestDays)
  return {
    ...Object.fromEntries(found.map((field) => [field, sentenceFor(field)])),
    ...(isRequestCode(draft.requestCode) ? {} : { requestCode: sentenceFor('requestCode') }),
    ...(isTooShort ? { lastDay: sentenceFor('lastDay') } : {}),
    ...(isOutOfBounds ? { days: sentenceFor('days') } : {}),
    ...(limitIn(draft) === undefined ? { limit: sentenceFor('limit') } : {}),
    ...(draft.asking.rights.length === 0 ? { rights: 'problems.nothing_asked' } : {}),
    ...(!isVerified && sensitiveIn(draft.asking).length > 0 ? { rights: 'problems.partner_not_verified' } : {}),
  }
}

/** Where a refusal belongs, and its sentence; undefined when it concerns no field. */
export function wrongOf(error: unknown, draft: Draft): Wrong | undefined {
  if (!(error instanceof Problem)) return undefined
  const pointed = error.errors.flatMap(({ pointer }) => fieldAt(pointer.replace(/^\/body\//, '')) ?? [])
  if (pointed.length > 0) return Object.fromEntries(pointed.map((field) => [field, sentenceFor(field)]))
  const field = fieldOfCode(error.code, draft)
  return field && { [field]: `problems.${error.code}` }
}

/** What stands in a field: once it differs, what was refused about it is said no longer. */
export function valueAt(draft: Draft, field: Field): string {
  const { by, email, customerNumber, asking, template, payer, limit, currency, end, lastDay, days } = draft
  switch (field) {
    case 'email':
    case 'customerNumber':
      return JSON.stringify([by, email, customerNumber])
    case 'rights':
      return JSON.stringify([asking, payer, template])
    case 'limit':
      return JSON.stringify([payer, limit, currency])
    case 'lastDay':
    case 'days':
      return JSON.stringify([end, lastDay, days])
    default:
      return draft[field]
  }
}

/** The first step at which something is wrong, if any. */
export function firstWrongStep(wrong: Wrong): Step | undefined {
  const fields = Object.keys(wrong).filter((name): name is Field => name in stepOfField)
  return steps.find((step) => fields.some((field) => stepOf(field) === step))
}

function fieldOfCode(code: string, { by, end }: Draft): Field | undefined {
  switch (code) {
    case 'invalid_address':
    case 'own_organisation':
    case 'already_open':
    case 'already_customer':
      return by === 'email' ? 'email' : 'customerNumber'
    case 'nothing_asked':
    case 'unknown_right':
    case 'scope_not_fitting':
    case 'partner_not_verified':
    case 'changed_meanwhile':
      return 'rights'
    case 'end_out_of_bounds':
    case 'end_before_start':
      return end === 'on' ? 'lastDay' : 'days'
    case 'spending_limit_invalid':
      return 'limit'
    default:
      return undefined
  }
}

const places: readonly (readonly [RegExp, Field])[] = [
  [/^who\/email/, 'email'],
  [/^who\/customerNumber/, 'customerNumber'],
  [/^who\/requestCode/, 'requestCode'],
  [/^who\/ownReference/, 'ownReference'],
  [/^who\/listName/, 'listName'],
  [/^plan\/tags/, 'tags'],
  [/^what/, 'rights'],
  [/^terms\/spendingLimit/, 'limit'],
  [/^terms\/end\/date/, 'lastDay'],
  [/^terms\/end\/days/, 'days'],
  [/^validityDays/, 'validityDays'],
]

function fieldAt(path: string): Field | undefined {
  return places.find(([place]) => place.test(path))?.[1]
}

const sentenceFor = (field: Field): string => `add-customer.wrong.${field}`

/** A template as it was read, unless something was adjusted. */
function whatOf({ template, asking }: Draft): RequestInput['what'] {
  if (template === null || template.isAdjusted) return { rights: requestedRights(asking) }
  return { templateId: template.id, templateVersion: template.version }
}

function planOf({ people, teams, tags }: Draft): Pick<RequestInput, 'plan'> {
  const plan = { people, teams, tags: tagsIn(tags) }
  return Object.values(plan).some(({ length }) => length > 0) ? { plan } : {}
}

/** As they are typed: parted by commas. */
export function tagsIn(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

function endOf({ end, lastDay, days }: Draft): RequestInput['terms']['end'] {
  if (end === 'on') return { kind: 'on', date: lastDay }
  return end === 'after' ? { kind: 'after', days: wholeNumber(days) } : { kind: 'none' }
}

function wholeNumber(text: string): number {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
}
