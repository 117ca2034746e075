// The decision API in the description of all APIs: its own paths, under the public address itself.
import { paths } from './metadata.ts'

type Schema = Readonly<Record<string, unknown>>
const text: Schema = { type: 'string' }
const open = (properties: Schema, required: readonly string[] = []): Schema => ({ type: 'object', properties, required })

const subject = open({ type: { enum: ['person', 'user'] }, id: text, properties: open({}) }, ['type', 'id'])
const action = open(
  { name: { ...text, description: 'A right such as `domain.manage`, its last part on a product, or `enter`' }, properties: open({}) },
  ['name'],
)
const resource = open(
  {
    type: { ...text, description: 'A product family, with a product’s id; `organisation`; or `partnership`' },
    id: text,
    properties: open({ family: text, search: text, partner: text }),
  },
  ['type', 'id'],
)
const context = open({
  visit: { ...text, description: 'On behalf of a customer, in this visit' },
  session: { ...text, description: 'As a member, in this session' },
  partnership: { ...text, description: 'On behalf of a customer, in no visit in particular' },
  consistency: { enum: ['strong', 'bounded'], default: 'strong' },
  min_position: { type: 'integer', minimum: 0 },
  explain: { type: 'boolean' },
})
const page = open({ token: text, limit: { type: 'integer', minimum: 0, maximum: 1_000 } })
const evaluation = { subject, action, resource, context }
const whole = ['subject', 'action', 'resource']
const decision = open(
  { decision: { type: 'boolean' }, context: open({ reason: text, given_by: text, position: { type: 'integer' }, valid_until: text }) },
  ['decision'],
)
const found = (one: Schema): Schema =>
  open(
    {
      page: open({ next_token: text, count: { type: 'integer' }, total: { type: 'integer' } }),
      context: open({}),
      results: { type: 'array', items: one },
    },
    ['results'],
  )
const withoutId = (entity: Schema): Schema => ({ ...entity, required: ['type'] })

const operations = {
  evaluation: ['Whether somebody may do something, and why', open(evaluation, whole), decision],
  evaluations: [
    'Up to a thousand such questions in one, answered in their order',
    open({
      ...evaluation,
      evaluations: { type: 'array', maxItems: 1_000, items: open(evaluation) },
      options: open({ evaluations_semantic: text }),
    }),
    open({ evaluations: { type: 'array', items: decision } }),
  ],
  'search/subject': ['Who may do something', open({ ...evaluation, subject: withoutId(subject), page }, whole), found(subject)],
  'search/resource': [
    'On what somebody may do something',
    open({ ...evaluation, resource: withoutId(resource), page }, whole),
    found(resource),
  ],
  'search/action': ['What somebody may do there', open({ subject, resource, context, page }, ['subject', 'resource']), found(action)],
} as const satisfies Record<keyof typeof paths, readonly [string, Schema, Schema]>

/** Paths for an OpenAPI document. */
export function describeDecisions(publicUrl: string): Schema {
  return Object.fromEntries(
    Object.entries(operations).map(([name, [summary, body, answer]]) => {
      const post = {
        ...{ operationId: `decisions/${name}`, summary, tags: ['OpenID AuthZEN Authorization API 1.0'] },
        description: 'Consoles, with an access token of their own credentials (scope `decisions`). Errors are a sentence.',
        servers: [{ url: publicUrl }],
        security: [{ bearer: [] }],
        parameters: [{ name: 'X-Request-ID', in: 'header', required: false, schema: text, description: 'Comes back with the answer' }],
        requestBody: { required: true, content: { 'application/json': { schema: body } } },
        responses: {
          200: { description: 'Answered; a denial is an answer', content: { 'application/json': { schema: answer } } },
          default: { description: 'Refused', content: { 'text/plain': { schema: text } } },
        },
      }
      return [paths[name as keyof typeof paths], { post }]
    }),
  )
}
