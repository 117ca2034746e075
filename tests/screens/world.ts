// Everybody of the demo story, signed in, and what the screens need beside it: lists, cases, reviews and other things that come with time.
import type { Caller } from '../given-caller.ts'
import { givenCaller } from '../given-caller.ts'
import type { TestServer } from '../server.ts'
import { tellCases } from './story-of-cases.ts'
import { tellCustomers } from './story-of-customers.ts'
import { tellPartner } from './story-of-the-partner.ts'

export type Place = Pick<TestServer, 'url' | 'server'> & { readonly database: Pick<TestServer['database'], 'owner'> }
export type Told = {
  readonly place: Place
  readonly as: (name: string) => Promise<Caller>
  /** The id that this query finds; the values stand for $1, $2 … */
  readonly one: (sql: string, ...values: readonly unknown[]) => Promise<string>
  readonly organisation: (name: string) => Promise<string>
  readonly partnership: (partner: string, customer: string) => Promise<string>
  readonly row: (partner: string, customer: string) => Promise<string>
}
export type World = Awaited<ReturnType<typeof givenWorld>>

export async function givenWorld(place: Place) {
  const told = tell(place)
  const customers = await tellCustomers(told)
  const partner = await tellPartner(told)
  const cases = await tellCases(told, customers.reported)
  return { ...told, ids: { ...customers, ...partner, ...cases, ...(await findOthers(told)) } }
}

async function findOthers({ organisation, partnership, row, one }: Told) {
  const bakery = await organisation('Bäckerei')
  const product = (family: string) =>
    one('select id from product where organisation_id = $1 and family = $2 order by name limit 1', bakery, family)
  return {
    ...{ bakery, joinery: await organisation('Zürn'), hotel: await organisation('Hôtel'), rossi: await organisation('Rossi') },
    ...{ garage: await organisation('Garage'), alpenweb: await organisation('Alpenweb') },
    withBakery: await partnership('Alpweb', 'Bäckerei'),
    webwerkWithBakery: await partnership('Webwerk', 'Bäckerei'),
    withJoinery: await partnership('Alpweb', 'Zürn'),
    withHotel: await partnership('Alpweb', 'Hôtel'),
    withRossi: await partnership('Alpweb', 'Rossi'),
    withGarage: await partnership('Alpweb', 'Garage'),
    withFlorist: await partnership('Alpweb', 'Blumen'),
    withInn: await partnership('Webwerk', 'Gasthof'),
    bakeryRow: await row('Alpweb', 'Bäckerei'),
    hotelRow: await row('Alpweb', 'Hôtel'),
    rossiRow: await row('Alpweb', 'Rossi'),
    garageRow: await row('Alpweb', 'Garage'),
    ...{ domain: await product('domain'), mail: await product('mail'), hosting: await product('hosting') },
    invoice: await one('select id from invoice where organisation_id = $1 order by number limit 1', bakery),
    report: await one("select id from case_file where kind = 'report' limit 1"),
  }
}

function tell(place: Place): Told {
  const callers = new Map<string, Promise<Caller>>()
  const one = async (sql: string, ...values: readonly unknown[]): Promise<string> => {
    const { rows } = await place.database.owner.query<{ id: string }>(sql, [...values])
    if (!rows[0]) throw new Error(`the story has none: ${sql} ${values.join(', ')}`)
    return rows[0].id
  }
  const signIn = async (name: string) => givenCaller(place, await one('select id from person where name = $1', name))
  const organisation = (name: string) => one("select id from organisation where name like $1 || '%'", name)
  return {
    place,
    one,
    organisation,
    as: (name) => {
      const known = callers.get(name) ?? signIn(name)
      callers.set(name, known)
      return known
    },
    partnership: async (partner, customer) =>
      one(
        'select id from partnership where partner_id = $1 and customer_id = $2 order by created_at desc limit 1',
        await organisation(partner),
        await organisation(customer),
      ),
    row: async (partner, customer) =>
      one(
        'select id from managed_customer where partner_id = $1 and customer_id = $2',
        await organisation(partner),
        await organisation(customer),
      ),
  }
}

/** What was answered; a refusal is a mistake in the story. */
export async function asked(
  caller: Caller,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body: object = {},
): Promise<Readonly<Record<string, unknown>>> {
  const answered = method === 'GET' ? await caller.get(path) : await caller.send(method, path, body)
  if (answered.status >= 300) throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`)
  return answered.body
}

/** Once it is so. */
export async function until(whether: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await whether())) {
    if (Date.now() > end) throw new Error(`the story waits in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
