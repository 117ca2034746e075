// Subject, Resource and Action Search (Authorization API 1.0, section 8): the questions for which an evaluation would say yes.
import { setImmediate as pause } from 'node:timers/promises'
import { inSlices } from '../../live-index/in-slices.ts'
import type { Toucher } from '../../live-index/reach.ts'
import type { Fresh } from '../authorization/decisions.ts'
import type { Secrets } from '../platform/secrets.ts'
import { type Answered, type Asking, BadRequest } from './evaluate.ts'
import { Wanted } from './freshness.ts'
import { inOrder, type Page, Pages, pageOf } from './page.ts'
import { isObject, type Json, outcome, QuestionReader } from './question.ts'

export const searched = ['subject', 'resource', 'action'] as const
export type Searched = (typeof searched)[number]
export type Searching = Asking & {
  readonly secrets: Pick<Secrets, 'derive'>
  /** Folds what somebody typed into the beginnings of words that customers are found by. */
  readonly wordsOf: (search: string) => Promise<readonly string[]>
}

/** Nothing current is to be had: an answer would be wrong, an empty one too. */
export class Unavailable extends Error {}

type Found = { readonly results: readonly object[]; readonly last: string | undefined; readonly total?: number }
const nothing: Found = { results: [], last: undefined, total: 0 }

export async function search(searching: Searching, what: Searched, body: Json): Promise<Answered> {
  const reader = new QuestionReader(searching.served)
  if (!isRead(reader, what, body)) throw new BadRequest(reader.fault)
  const pages = new Pages(searching.secrets, boundTo(searching, what, body))
  const page = pages.read(body)
  const wanted = new Wanted()
  wanted.add(body['context'])
  const words = what === 'resource' && isObject(body['resource']) ? await wordsIn(searching, body['resource']) : []
  const fresh = await searching.decisions.fresh(wanted.how, wanted.about)
  if (fresh === 'stale') throw new Unavailable()
  const { results, last, total } = await find({ reader, fresh, page, words, body }, what)
  const next = last === undefined ? '' : pages.token(page.limit, last)
  const told = { next_token: next, count: results.length, ...(total === undefined ? {} : { total }) }
  return { body: JSON.stringify({ page: told, context: { position: fresh.position }, results }), position: fresh.position }
}

function isRead(reader: QuestionReader, what: Searched, { subject, action, resource, context }: Json): boolean {
  return (
    reader.readSubject(subject, what !== 'subject') &&
    (what === 'action' || reader.readAction(action)) &&
    reader.readResource(resource, what !== 'resource') &&
    reader.readContext(context)
  )
}

/** Everything but the page, and but the id of what is searched, which is ignored. */
function boundTo({ served }: Searching, what: Searched, { subject, action, resource, context, page }: Json): string {
  const searchedFor = (name: Searched, entity: unknown) => (name === what && isObject(entity) ? { ...entity, id: null } : entity)
  const asked = [searchedFor('subject', subject), what === 'action' ? null : action, searchedFor('resource', resource), context]
  return inOrder([what, served.consoleId, ...asked, isObject(page) ? page['properties'] : null])
}

async function wordsIn({ wordsOf }: Searching, { type, properties }: Json): Promise<readonly string[]> {
  const text = type === 'partnership' && isObject(properties) ? properties['search'] : undefined
  if (text === undefined) return []
  if (typeof text !== 'string') throw new BadRequest('resource.properties.search is not a string')
  return wordsOf(text.slice(0, 200))
}

type Search = {
  readonly reader: QuestionReader
  readonly fresh: Fresh
  readonly page: Page
  readonly words: readonly string[]
  readonly body: Json
}

async function find(search: Search, what: Searched): Promise<Found> {
  if (!search.reader.isServed()) return nothing
  if (what === 'action') return actions(search)
  if (search.reader.resolve() !== outcome.ready) return nothing
  return what === 'subject' ? subjects(search) : resources(search)
}

function actions({ reader, fresh: { index, now }, page }: Search): Found {
  const { type } = reader
  if (type === undefined) return nothing
  const names = type.names.filter(
    (name) => reader.act(type.actions.get(name) ?? name) === outcome.ready && index.isAllowed(reader.asked, now),
  )
  const results = names.map((name, place) => ({ name, key: String(place).padStart(4, '0') }))
  const found = pageOf(results, ({ key }) => key, page)
  return { results: found.results.map(({ name }) => ({ name })), last: found.last, total: names.length }
}

/** Of everybody; in a visit or a session, of the one person it belongs to. */
async function subjects({ reader, fresh: { index, now }, page, body }: Search): Promise<Found> {
  const { type } = body['subject'] as { readonly type: string }
  const { asked } = reader
  const only = asked.visit === undefined ? asked.session && index.session(asked.session)?.personId : index.visit(asked.visit)?.personId
  const isOfOne = asked.visit !== undefined || (asked.session !== undefined && asked.partnership === undefined)
  const touchers: readonly Toucher[] = isOfOne
    ? [only ?? ''].filter((person) => index.isAllowed({ ...asked, person }, now)).map((person) => ({ person, partnership: null }))
    : await inSlices(index.whoMay({ ...asked }, now), pause)
  const isAskedUnderIt = asked.partnership !== undefined
  const found = pageOf(touchers, ({ person, partnership }) => `${person} ${partnership ?? ''}`, page)
  const results = found.results.map(({ person, partnership }) => ({
    type,
    id: person,
    ...(partnership === null || isAskedUnderIt ? {} : { properties: { partnership } }),
  }))
  return { results, last: found.last, total: touchers.length }
}

async function resources(search: Search): Promise<Found> {
  const { reader, fresh, page, body } = search
  if (reader.type?.kind === 'partnership') return partnerships(search)
  const { type } = body['resource'] as { readonly type: string }
  const ids =
    reader.type?.kind === 'organisation' ? organisations(search) : await inSlices(fresh.index.onWhat({ ...reader.asked }, fresh.now), pause)
  const found = pageOf(ids, (id) => id, page)
  return { results: found.results.map((id) => ({ type, id })), last: found.last, total: ids.length }
}

function organisations({ reader: { asked }, fresh: { index, now } }: Search): readonly string[] {
  const partnershipId = asked.visit === undefined ? asked.partnership : (index.visit(asked.visit)?.partnershipId ?? '')
  const customer = partnershipId === undefined ? undefined : (index.partnershipOf(partnershipId)?.customerId ?? '')
  const candidates = customer === undefined ? index.membershipsOf(asked.person) : [customer]
  return candidates.filter((organisation) => index.isAllowed({ ...asked, organisation }, now))
}

/** Which customers may this person enter? By their names. */
async function partnerships({ reader, fresh: { index, now }, page, words, body }: Search): Promise<Found> {
  const { type, properties } = body['resource'] as { readonly type: string; readonly properties?: Json }
  const partner = properties?.['partner']
  if (partner !== undefined && typeof partner !== 'string') throw new BadRequest('resource.properties.partner is not a string')
  const question = { person: reader.asked.person, partner, words, after: page.after, limit: page.limit + 1 }
  const ids = await inSlices(index.enterable(question, now), pause)
  const results = ids.slice(0, page.limit).map((id) => {
    const parties = index.partnershipOf(id)
    return { type, id, properties: { customer: parties?.customerId, partner: parties?.partnerId } }
  })
  return { results, last: ids.length > page.limit ? (ids[page.limit - 1] ?? page.after ?? '') : undefined }
}
