import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '../ids.ts'
import { roles } from '../organisation.ts'
import { type CustomerInNews, type DigestReader, type DigestWhat, digestFor, digestNews, digestSections } from './digest.ts'
import { mailKindIds, mailWays, wayOf } from './mail-kinds.ts'

const asTheTableSays: DigestReader['wayOf'] = (kind) => wayOf(kind, 'partner', undefined)
const anna = { personId: asId<DigestReader['personId']>('anna'), role: 'collaborator', wayOf: asTheTableSays } as const
const petra = { personId: asId<DigestReader['personId']>('petra'), role: 'legal_representative', wayOf: asTheTableSays } as const
const bakery: CustomerInNews = {
  id: asId('bakery'),
  name: 'Bäckerei Zürcher GmbH',
  assigned: [anna.personId],
  news: [
    { what: 'extended', kind: 'access-extended', on: null, told: [] },
    { what: 'answered', kind: 'answer-different', on: null, told: [petra.personId] },
  ],
}
const garage: CustomerInNews = {
  id: asId('garage'),
  name: 'Garage Élan Sàrl',
  assigned: [],
  news: [{ what: 'lapsed', kind: 'partner-digest', on: null, told: [] }],
}

test('a collaborator hears of assigned customers, under what matters most; whoever got a mail of something does not read it again', () => {
  expect(digestFor(anna, [bakery, garage])).toEqual([
    {
      section: 'check',
      customers: [
        {
          id: 'bakery',
          name: bakery.name,
          news: [
            { what: 'extended', on: null },
            { what: 'answered', on: null },
          ],
        },
      ],
    },
  ])
  expect(digestFor(petra, [bakery, garage]).map(({ section, customers }) => [section, customers.map(({ id }) => id)])).toEqual([
    ['changed', ['bakery']],
    ['over', ['garage']],
  ])
})

const person = fc.constantFrom('anna', 'petra', 'luca').map((name) => asId<DigestReader['personId']>(name))
const news = fc.record({
  what: fc.constantFrom(...(Object.keys(digestNews) as DigestWhat[])),
  kind: fc.constantFrom(...mailKindIds),
  on: fc.constant(null),
  told: fc.array(person, { maxLength: 2 }),
})
const customers = fc.array(
  fc.record({
    id: fc.uuid().map((id) => asId<CustomerInNews['id']>(id)),
    name: fc.string(),
    assigned: fc.array(person),
    news: fc.array(news, { maxLength: 5 }),
  }),
  { maxLength: 6 },
)

test('each customer comes once, with nothing that its reader knows, does not want or has nothing to do with', () => {
  fc.assert(
    fc.property(customers, person, fc.constantFrom(...roles), fc.func(fc.constantFrom(...mailWays)), (all, personId, role, chosen) => {
      const digest = digestFor({ personId, role, wayOf: (kind) => wayOf(kind, 'partner', chosen(kind)) }, all)
      const told = digest.flatMap((part) => part.customers)
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
      expect(digest.map(({ section }) => digestSections.indexOf(section))).toEqual(
        digest.map(({ section }) => digestSections.indexOf(section)).toSorted((one, other) => one - other),
      )
      for (const { id, news: said } of told) {
        const customer = all.find((one) => one.id === id)
        expect(role !== 'collaborator' || customer?.assigned.includes(personId)).toBe(true)
        for (const { what } of said)
          expect(customer?.news.some((one) => one.what === what && !one.told.includes(personId) && chosen(one.kind) !== undefined)).toBe(
            true,
          )
      }
    }),
  )
})
