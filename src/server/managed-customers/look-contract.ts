// How a person likes to see the list of customers, and by whom it can be filtered.
import { z } from 'zod'

const id = z.uuid()
const namedPerson = z.strictObject({ id, name: z.string() })

export const listColumns = [
  'number',
  'reference',
  'status',
  'access',
  'payer',
  'payment_method',
  'products',
  'starts_on',
  'until',
  'people',
  'teams',
  'tags',
  'last_visit',
  'requested',
  'sent_to',
  'language',
  'country',
  'status_since',
  'delivery',
  'answered',
  'open_request',
  'request_until',
  'rights_requested',
  'rights_granted',
  'missing',
  'limit',
  'note',
] as const
export type ListColumn = (typeof listColumns)[number]

const view = z.strictObject({
  columns: z.array(z.enum(listColumns)).max(listColumns.length),
  density: z.enum(['comfortable', 'compact']),
})
export type ListView = z.output<typeof view>
export const standardView: ListView = { columns: ['status', 'access', 'payer', 'until', 'people'], density: 'comfortable' }

/** GET and PUT /api/o/{organisation}/customers/view: which columns this person shows, and how close the rows stand. */
export const getListView = { params: z.strictObject({ organisation: id }), answer: view, summary: 'How this person sees the list' }
export const setListView = {
  params: z.strictObject({ organisation: id }),
  body: view,
  answer: z.strictObject({}),
  summary: 'Keeps how this person sees the list',
}

/** GET /api/o/{organisation}/customers/people: whom the list can be filtered by. */
export const listPeople = {
  params: z.strictObject({ organisation: id }),
  answer: z.strictObject({
    people: z.array(namedPerson),
    teams: z.array(z.strictObject({ id, name: z.string() })),
    tags: z.array(z.string()),
    /** Names of those who assign customers, for whoever has none. */
    assigners: z.array(z.string()),
  }),
  summary: 'People, teams and tags of the partner, to filter the list by',
}
