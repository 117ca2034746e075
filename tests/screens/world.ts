// Everybody of the demo story, signed in, and what the screens need beside it: lists, cases, reviews and other things that come with time.
import { type Caller, givenCaller } from '../given-caller.ts'
import { tellCases } from './story-of-cases.ts'
import { tellCustomers } from './story-of-customers.ts'
import { tellPartner } from './story-of-the-partner.ts'
import { type Place, type Told, until } from './told.ts'

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
  const found = async (sql: string, values: readonly unknown[]): Promise<string | undefined> =>
    (await place.database.owner.query<{ id: string }>(sql, [...values])).rows[0]?.id
  const one = async (sql: string, ...values: readonly unknown[]): Promise<string> => {
    const id = await found(sql, values)
    if (id === undefined) throw new Error(`the story has none: ${sql} ${values.join(', ')}`)
    return id
  }
  /** Lists follow what happened; on a slow machine they take a moment. */
  const soon = async (sql: string, ...values: readonly unknown[]): Promise<string> => {
    await until(async () => (await found(sql, values)) !== undefined, `${sql} ${values.join(', ')}`)
    return one(sql, ...values)
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
      soon(
        'select id from partnership where partner_id = $1 and customer_id = $2 order by created_at desc limit 1',
        await organisation(partner),
        await organisation(customer),
      ),
    row: async (partner, customer) =>
      soon(
        'select id from managed_customer where partner_id = $1 and customer_id = $2',
        await organisation(partner),
        await organisation(customer),
      ),
  }
}
