// Reads a question as AuthZEN puts it (subject, action, resource, context; Authorization API 1.0, section 5) into one for the live index.
// Thousands are read for one answer, so one reader is used for all of them, and what is the same object as before is not read again.
import type { Asked } from '../../live-index/asked.ts'
import { type Served, type ServedType, subjectTypes } from './served.ts'

/** What became of a question: `asked` is ready, `fault` says what is wrong with it, or it is answered with a no without asking. */
export const outcome = { ready: 0, malformed: 1, notServed: 2, noSuchRight: 3 } as const

export type Json = { readonly [name: string]: unknown }
type Writable = { -readonly [Key in keyof Asked]-?: Asked[Key] }

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const none: unique symbol = Symbol()

export class QuestionReader {
  readonly asked: Writable = {
    person: '',
    action: '',
    organisation: undefined,
    product: undefined,
    family: undefined,
    visit: undefined,
    partnership: undefined,
    session: undefined,
  }
  /** What is malformed, in words. */
  fault = ''
  explains = false
  /** The resource's type, as far as this console is served with it. */
  type: ServedType | undefined
  readonly #served: Served
  #subject: unknown = none
  #action: unknown = none
  #resource: unknown = none
  #context: unknown = none
  #isPerson = false
  /** The partnership under which a subject was found by a search. */
  #found: string | undefined
  #name = ''
  #typeName = ''
  #id = ''
  #family: string | undefined
  #visit: string | undefined
  #session: string | undefined
  #partnership: string | undefined

  constructor(served: Served) {
    this.#served = served
  }

  /** Whole objects: what is missing inside of one is never taken from elsewhere. */
  read(subject: unknown, action: unknown, resource: unknown, context: unknown): number {
    if (!this.readSubject(subject) || !this.readAction(action) || !this.readResource(resource) || !this.readContext(context))
      return outcome.malformed
    return this.resolve()
  }

  readSubject(subject: unknown, withId = true): boolean {
    if (subject === this.#subject) return true
    if (!isObject(subject)) return this.#refuse(subject === undefined ? 'subject is missing' : 'subject is not an object')
    const { type, id, properties } = subject
    if (typeof type !== 'string') return this.#refuse('subject.type is not a string')
    if (withId && typeof id !== 'string') return this.#refuse('subject.id is not a string')
    const found = properties === undefined ? undefined : propertyOf(properties, 'partnership')
    if (found === none) return this.#refuse('subject.properties is not an object, or its partnership not a string')
    this.#isPerson = subjectTypes.includes(type)
    this.asked.person = typeof id === 'string' ? id : ''
    this.#found = found
    this.#subject = withId ? subject : none
    return true
  }

  readAction(action: unknown): boolean {
    if (action === this.#action) return true
    if (!isObject(action)) return this.#refuse(action === undefined ? 'action is missing' : 'action is not an object')
    const { name, properties } = action
    if (typeof name !== 'string') return this.#refuse('action.name is not a string')
    if (properties !== undefined && !isObject(properties)) return this.#refuse('action.properties is not an object')
    this.#name = name
    this.#action = action
    return true
  }

  readResource(resource: unknown, withId = true): boolean {
    if (resource === this.#resource) return true
    if (!isObject(resource)) return this.#refuse(resource === undefined ? 'resource is missing' : 'resource is not an object')
    const { type, id, properties } = resource
    if (typeof type !== 'string') return this.#refuse('resource.type is not a string')
    if (withId && typeof id !== 'string') return this.#refuse('resource.id is not a string')
    if (properties !== undefined && !isObject(properties)) return this.#refuse('resource.properties is not an object')
    const family = properties === undefined || type !== 'organisation' ? undefined : propertyOf(properties, 'family')
    if (family === none) return this.#refuse('resource.properties.family is not a string')
    if (type !== this.#typeName || this.type === undefined) this.type = this.#served.types.get(type)
    this.#typeName = type
    this.#id = withId && typeof id === 'string' ? id : ''
    this.#family = family
    this.#resource = withId ? resource : none
    return true
  }

  readContext(context: unknown): boolean {
    if (context === this.#context) return true
    if (context !== undefined && !isObject(context)) return this.#refuse('context is not an object')
    const [visit, session, partnership] = [context?.['visit'], context?.['session'], context?.['partnership']]
    if (isNoText(visit)) return this.#refuse('context.visit is not a string')
    if (isNoText(session)) return this.#refuse('context.session is not a string')
    if (isNoText(partnership)) return this.#refuse('context.partnership is not a string')
    const fault = context === undefined ? undefined : faultOf(context)
    if (fault !== undefined) return this.#refuse(fault)
    this.explains = context?.['explain'] === true
    this.#visit = visit as string | undefined
    this.#session = session as string | undefined
    this.#partnership = partnership as string | undefined
    this.#context = context
    return true
  }

  /** What was read, as a question of this console. */
  resolve(): number {
    if (!this.isServed()) return outcome.notServed
    const action = this.type?.actions.get(this.#name)
    if (action === undefined) return outcome.noSuchRight
    return this.act(action)
  }

  isServed(): boolean {
    return this.#isPerson && this.type !== undefined
  }

  /** The question about this very action. */
  act(action: string): number {
    const { asked, type } = this
    asked.action = action
    asked.visit = this.#visit
    asked.session = this.#session
    asked.partnership = this.#partnership
    if (asked.visit === undefined && asked.session === undefined) asked.partnership ??= this.#found
    asked.organisation = undefined
    asked.product = undefined
    asked.family = undefined
    if (type?.kind === 'product') {
      asked.product = this.#id
      asked.family = this.#typeName
    } else if (type?.kind === 'organisation') {
      asked.organisation = this.#id
      asked.family = this.#family
      if (action === 'product.order' && !this.#mayOrder()) return outcome.notServed
    } else {
      asked.visit = undefined
      asked.session = undefined
      asked.partnership = this.#id
    }
    return outcome.ready
  }

  #mayOrder(): boolean {
    return this.#family === undefined ? this.#served.wide : this.#served.families.has(this.#family)
  }

  #refuse(fault: string): false {
    this.fault = fault
    return false
  }
}

/** What our own parts of a context must be; of all others nothing is known. */
function faultOf({ consistency, min_position: position, explain }: Json): string | undefined {
  if (consistency !== undefined && consistency !== 'strong' && consistency !== 'bounded')
    return 'context.consistency is neither strong nor bounded'
  if (position !== undefined && !isPosition(position)) return 'context.min_position is not a position of the journal'
  return explain === undefined || typeof explain === 'boolean' ? undefined : 'context.explain is not a boolean'
}

export const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isNoText = (value: unknown) => value !== undefined && typeof value !== 'string'

function propertyOf(properties: unknown, name: string): string | undefined | typeof none {
  if (!isObject(properties)) return none
  const value = properties[name]
  return value === undefined || typeof value === 'string' ? value : none
}
