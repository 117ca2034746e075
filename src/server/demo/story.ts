// The demo story: one partner's customers in every state that a partner's list knows, told by the people themselves.
import type { RightId } from '../../domain/rights/catalogue.ts'
import type { RequestedRight } from '../../domain/rights/scope.ts'
import { randomToken } from '../platform/secrets.ts'
import type { Ask } from './ask-as.ts'
import type { Cast } from './found.ts'
import { answer, type Partner, partner, partnerPays, type Terms } from './telling.ts'

export async function tellStory(cast: Cast): Promise<void> {
  const petra = partner(cast, 'Petra Frei', 'Alpweb AG')
  await bakery(cast, petra)
  await joinery(cast, petra)
  await hotel(cast, petra)
  await rossi(cast, petra)
  await garage(cast, petra)
  await waiting(cast, petra)
  await secondPartner(cast)
  await afternoon(cast)
}

/** Active, three rights removed, not looked at since. */
async function bakery(cast: Cast, petra: Partner): Promise<void> {
  const id = await petra.request({
    who: { email: 'ursula@baeckerei-zuercher.example', language: 'de', ownReference: '2041' },
    what: { preset: 'full' },
  })
  await answer(cast, 'Ursula Zürcher', 'Bäckerei Zürcher GmbH', await petra.token(id), {
    without: ['members.manage', 'mail.content', 'product.delete'],
    terms: { spendingLimit: { amount: 50_000, currency: 'CHF', period: 'month' } },
  })
  await petra.assign(id, ['Anna Keller', 'Luca Bernasconi'])
}

/** Active in full, and looked at. */
async function joinery(cast: Cast, petra: Partner): Promise<void> {
  const who = { email: 'toebi@zuern-holzbau.example', language: 'de', ownReference: '2057' } as const
  const id = await petra.request({ who, what: { preset: 'limited', families: ['domain', 'mail', 'hosting'] } })
  await answer(cast, 'Töbi Zürn', 'Zürn Holzbau AG', await petra.token(id))
  await petra.assign(id, ['Anna Keller'])
  await petra.look(id)
}

/** A required right was left out: the counter-proposal waits for the partner. */
async function hotel(cast: Cast, petra: Partner): Promise<void> {
  const rights: readonly RequestedRight[] = [
    asked('domain.view', true, null),
    asked('domain.manage', true, 'Pour relier votre nouveau site de réservation'),
    asked('mail.view', false, null),
    asked('mail.manage', true, 'Pour créer les boîtes de la réception'),
    asked('hosting.view', false, null),
    asked('hosting.manage', false, null),
    { ...asked('billing.view', false, null), scope: { kind: 'organisation' } },
  ]
  const id = await petra.request({ who: { email: 'helene@hotel-du-lac.example', language: 'fr', ownReference: '2063' }, what: { rights } })
  await answer(cast, 'Hélène Dubœuf', 'Hôtel du Lac Léman SA', await petra.token(id), { without: ['mail.manage'], propose: true })
}

/** The partner pays, and it ends in twelve days. */
async function rossi(cast: Cast, petra: Partner): Promise<void> {
  const who = { email: 'niccolo@rossi-figli.example', language: 'it', ownReference: '1988' } as const
  const terms: Terms = { ...partnerPays, end: { kind: 'after', days: 12 } }
  const id = await petra.request({ who, what: { preset: 'limited', families: ['domain', 'hosting'] }, terms })
  await answer(cast, 'Niccolò Rossi', 'Rossi & Figli Sagl', await petra.token(id))
  await petra.assign(id, ['Luca Bernasconi'])
  await petra.look(id)
}

/** It was, and the customer ended it. Anna's forwarding closed with it; a password that she set still works. */
async function garage(cast: Cast, petra: Partner): Promise<void> {
  const who = { email: 'francois@garage-elan.example', language: 'fr', ownReference: '1702' } as const
  const rights = [
    ...(['domain.view', 'mail.view', 'mail.manage', 'hosting.view'] as const).map((right) => asked(right, false, null)),
    asked('mail.content', false, 'Pour configurer vos appareils'),
  ]
  const id = await petra.request({ who, what: { rights } })
  const partnership = await answer(cast, 'François Élan', 'Garage Élan Sàrl', await petra.token(id))
  await petra.assign(id, ['Anna Keller'])
  await setUpMail(cast.as('Anna Keller'), partnership)
  const params = { organisation: cast.idOf('Garage Élan Sàrl'), partnership }
  await cast.as('François Élan')('POST', '/o/{organisation}/partnerships/{partnership}/end', {
    params,
    body: { reason: 'Nous fermons notre site à la fin de l’année.' },
  })
  await petra.look(id)
}

async function setUpMail(anna: Ask, partnership: string): Promise<void> {
  const params = { partnership }
  await anna('POST', '/c/{partnership}/visit', { params, body: {} })
  const products = await anna('GET', '/c/{partnership}/products', { params, query: { family: 'mail' } })
  const [mail] = products['products'] as readonly { readonly id: string }[]
  const inMail = { ...params, product: mail?.id ?? '' }
  const listed = await anna('GET', '/c/{partnership}/products/{product}/mailboxes', { params: inMail })
  const [atelier] = listed['mailboxes'] as readonly { readonly id: string; readonly forwardTo: readonly string[] }[]
  const item = { ...inMail, item: atelier?.id ?? '' }
  const at = '/c/{partnership}/products/{product}/mailboxes/{item}' as const
  await anna('PUT', `${at}/password`, { params: item, body: { password: randomToken() } })
  const before = atelier?.forwardTo ?? []
  await anna('PUT', `${at}/forwarding`, { params: item, body: { forwardTo: ['anna.keller@alpweb.example'], before } })
  await anna('DELETE', '/c/{partnership}/visit', { params })
}

/** One request waits for its answer, one for its release, one could not be delivered. */
async function waiting(cast: Cast, petra: Partner): Promise<void> {
  await petra.request({
    who: { email: 'info@mueller-soehne.example', language: 'de', ownReference: '2071', listName: 'Müller Söhne AG' },
    what: { preset: 'limited', families: ['domain', 'mail'] },
  })
  await petra.request({
    who: { email: 'programm@refused.example', language: 'de', listName: 'Kino Lumière' },
    what: { preset: 'read_only' },
  })
  await partner(cast, 'Marc Sutter', 'Alpweb AG').request({
    who: { email: 'kellerei@hoess-soehne.example', language: 'de', ownReference: '2075', listName: 'Weingut Höß & Söhne KG' },
    what: { preset: 'full' },
  })
}

/** The bakery has a second partner, which knows nothing of the first. */
async function secondPartner(cast: Cast): Promise<void> {
  const juerg = partner(cast, 'Jürg Lüthi', 'Webwerk GmbH')
  const id = await juerg.request({
    who: { email: 'ursula@baeckerei-zuercher.example', language: 'de', ownReference: 'BZ-7' },
    what: { preset: 'limited', families: ['hosting'] },
  })
  await answer(cast, 'Ursula Zürcher', 'Bäckerei Zürcher GmbH', await juerg.token(id))
}

/** Anna looks after the bakery for a while, so that there is something to read. */
async function afternoon(cast: Cast): Promise<void> {
  const anna = cast.as('Anna Keller')
  const { customers } = (await anna('GET', '/o/{organisation}/switcher', {
    params: { organisation: cast.idOf('Alpweb AG') },
  })) as unknown as {
    customers: readonly { partnershipId: string; customerName: string }[]
  }
  const bakery = customers.find(({ customerName }) => customerName.startsWith('Bäckerei'))
  if (!bakery) throw new Error('The bakery is not in the switcher')
  const params = { partnership: bakery.partnershipId }
  await anna('POST', '/c/{partnership}/visit', { params, body: {} })
  const { products } = (await anna('GET', '/c/{partnership}/products', { params, query: { family: 'domain' } })) as unknown as {
    products: readonly { id: string }[]
  }
  const body = { name: 'neu', type: 'CNAME', value: 'web10.provider.example' }
  await anna('POST', '/c/{partnership}/products/{product}/records', { params: { ...params, product: products[0]?.id ?? '' }, body })
  await anna('DELETE', '/c/{partnership}/visit', { params })
}

const asked = (right: RightId, required: boolean, reason: string | null): RequestedRight => ({
  right,
  scope: { kind: 'all', future: true },
  required,
  reason,
})
