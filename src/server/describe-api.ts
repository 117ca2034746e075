// The API as OpenAPI 3.1, made from the table of endpoints: nothing is described twice.
import { z } from 'zod'
import { families, rightIds } from '../domain/rights/catalogue.ts'
import { app } from './app.ts'
import { familyName, rightName } from './authorization/catalogue-contract.ts'
import { describeDecisions } from './decisions/describe-decisions.ts'
import type { Access, Contract, Endpoint } from './endpoint.ts'
import { isMutation } from './is-mutation.ts'

type Schema = Readonly<Record<string, unknown>>

/** The document served at /api/openapi.json. */
export function describeApi(publicUrl: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prokura',
      version: '1',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      description:
        'Partners manage their customers’ products with exactly the rights each customer granted. Times are ISO 8601 in UTC, dates YYYY-MM-DD, money in minor units. ' +
        'Every mutation carries an Idempotency-Key: the same key gives the same answer for two days. Refusals are RFC 9457 problems with a stable `code`.',
    },
    servers: [{ url: `${publicUrl}/api` }],
    paths: {
      ...Object.fromEntries([...Map.groupBy(app, ({ path }) => path)].map(([path, rows]) => [path, operations(rows)])),
      ...describeDecisions(publicUrl),
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
        bearer: { type: 'http', scheme: 'bearer', description: 'A session’s token, or the key of one of the provider’s systems' },
      },
      schemas: { Problem: problem },
    },
  }
}

const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; the help page of problems explains each.' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } },
    },
    because: { type: 'object', description: 'The fact that is missing, and who could give it.' },
    requestId: { type: 'string' },
  },
}

const operations = (rows: readonly Endpoint[]): Schema => Object.fromEntries(rows.map((row) => [row.method.toLowerCase(), operation(row)]))

function operation({ method, path, contract, access, action }: Endpoint): Schema {
  return {
    operationId: `${action}${side(path)}`,
    ...(contract.summary ? { summary: contract.summary } : {}),
    description: whoMay(access),
    ...(access.kind === 'open' || (access.kind === 'sign-in' && !access.signedIn)
      ? { security: [] }
      : { security: [{ session: [] }, { bearer: [] }] }),
    parameters: [...inPath(path), ...inQuery(contract), ...(isMutation({ method, contract }) ? [idempotencyKey] : [])],
    ...(contract.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body, 'input') } } } }
      : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: schemaOf(contract.answer, 'output') } } },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

/** The same act has the same name on both sides of a partnership. */
function side(path: string): string {
  if (path.startsWith('/c/')) return 'OnBehalf'
  return path.includes('/partnerships') ? 'AsCustomer' : ''
}

const idempotencyKey: Schema = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 255 } }

const inPath = (path: string): readonly Schema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

function inQuery({ query }: Contract): readonly Schema[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Schema>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
}

/** Without the long patterns that stand beside `format: uuid` and `format: date-time`. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern
      const names = new Map<unknown, readonly string[]>([
        [familyName, families],
        [rightName, rightIds],
      ]).get(zodSchema)
      if (names) jsonSchema.enum = [...names]
    },
  })
  return schema
}

/** In words: who may call an endpoint. */
export function whoMay(access: Access): string {
  const fresh = 'fresh' in access && access.fresh ? ' Needs an authentication of the last 15 minutes.' : ''
  switch (access.kind) {
    case 'open':
      return 'Anybody.'
    case 'sign-in':
      return `${access.signedIn ? 'Whoever is signed in, for themselves.' : 'Anybody.'}${fresh}`
    case 'personal':
      return `Whoever is signed in.${fresh}`
    case 'member':
      return `Members of the organisation: ${access.roles.join(', ')}.${fresh}`
    case 'acting':
      return `The partner’s people, on behalf of the customer${access.right === 'enter' ? ', to enter' : access.right === 'inside' ? ', in a visit' : `, in a visit, with ${access.right}`}.${fresh}`
    case 'operator':
      return `Operators of the provider, with a second factor.${fresh}`
    case 'provider':
      return 'The provider’s own systems, with their key.'
  }
}
