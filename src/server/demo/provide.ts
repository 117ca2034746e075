// Fills the organisations of the demo story as the provider's systems and their owners do: products, payment methods, invoices, mailboxes, websites.
import { asId } from '../../domain/ids.ts'
import type { House } from '../house.ts'
import { hashToken, randomToken } from '../platform/secrets.ts'
import { transact } from '../platform/transact.ts'
import { newId } from '../work.ts'
import { type Ask, askAs } from './ask-as.ts'
import { findNumber, insertProviderKey, revokeProviderKey } from './demo-store.ts'
import type { Cast } from './found.ts'
import { type Owned, owned } from './products-story.ts'
import { furnishMore, type MoreProducts, provideMore } from './provide-drives-and-servers.ts'

export async function fillOrganisations(house: House, cast: Cast): Promise<void> {
  const key = randomToken()
  const id = newId<string>()
  const system = <T>(work: Parameters<typeof transact<T>>[2]) => transact<T>(house.pools.system, {}, work)
  await system(async (tx) => ({ result: await insertProviderKey(tx, { id, hash: hashToken(key) }, new Date()), closing: undefined }))
  const provider = askAs(house, key)
  for (const things of owned) {
    const organisation = cast.idOf(things.organisation)
    const number = await system(async (tx) => ({ result: await findNumber(tx, asId(organisation)), closing: undefined }))
    const products = await provide(provider, number, things)
    await furnish(cast.as(things.owner), organisation, things, products)
    await provider('PUT', '/provider/organisations/{number}/products/{reference}/usage', {
      params: { number, reference: 'mail' },
      body: mailUsage(things),
    })
    await provider('PUT', '/provider/organisations/{number}/products/{reference}/usage', {
      params: { number, reference: 'hosting' },
      body: siteUsage(things),
    })
    await furnishMore({ provider, owner: cast.as(things.owner), organisation, number }, things, products)
  }
  await system(async (tx) => ({ result: await revokeProviderKey(tx, id, new Date()), closing: undefined }))
}

type Products = MoreProducts & { readonly mail: string; readonly hosting: string }

async function provide(provider: Ask, number: string, things: Owned): Promise<Products> {
  const tell = async (kind: 'products' | 'payment-methods' | 'invoices', reference: string, body: object) => {
    const { id } = await provider('PUT', `/provider/organisations/{number}/${kind}/{reference}`, { params: { number, reference }, body })
    return String(id)
  }
  const terms = { createdOn: dayFromNow(-420), renewsOn: dayFromNow(140) }
  await tell('payment-methods', 'card', {
    kind: 'card',
    ...things.card,
    expiresOn: dayFromNow(700),
    token: `vault-${things.host}`,
    isDefault: true,
  })
  for (const [index, name] of things.domains.entries()) {
    const domain = { nameServers: ['ns1.provider.example', 'ns2.provider.example'], records: recordsOf(things) }
    await tell('products', `domain-${index + 1}`, { family: 'domain', name, ...terms, price: yearly(1_500), domain })
  }
  const mail = await tell('products', 'mail', { family: 'mail', name: things.mailDomain, ...terms, price: monthly(450) })
  const place = { host: `web${things.host}.provider.example`, ipv4: `192.0.2.${things.host}`, ipv6: `2001:db8::${things.host}` }
  const hosting = await tell('products', 'hosting', {
    family: 'hosting',
    name: `Web ${things.mailDomain}`,
    ...terms,
    price: monthly(1_290),
    hosting: place,
  })
  await bill(tell, things)
  return { mail, hosting, ...(await provideMore((reference, body) => tell('products', reference, { ...terms, ...body }), things)) }
}

function recordsOf({ host, mailDomain }: Owned): readonly object[] {
  return [
    { name: '@', type: 'A', value: `192.0.2.${host}` },
    { name: '@', type: 'AAAA', value: `2001:db8::${host}` },
    { name: 'www', type: 'CNAME', value: `web${host}.provider.example` },
    { name: '@', type: 'MX', value: 'mx1.provider.example', priority: 10 },
    { name: '@', type: 'MX', value: 'mx2.provider.example', priority: 20 },
    { name: '@', type: 'TXT', value: 'v=spf1 include:spf.provider.example -all' },
    { name: '_dmarc', type: 'TXT', value: `v=DMARC1; p=quarantine; rua=mailto:dmarc@${mailDomain}` },
    { name: '@', type: 'CAA', value: '0 issue "ca.provider.example"' },
  ]
}

type Tell = (kind: 'invoices', reference: string, body: object) => Promise<string>
async function bill(tell: Tell, things: Owned): Promise<void> {
  const lines = [
    line(`Web ${things.mailDomain}`, 'hosting', 15_480),
    line(`Mail ${things.mailDomain}`, 'mail', 5_400),
    ...things.domains.map((name, index) => line(name, `domain-${index + 1}`, 1_500)),
  ]
  const paid = {
    status: 'paid',
    issuedOn: dayFromNow(-225),
    dueOn: dayFromNow(-195),
    paidOn: dayFromNow(-201),
    currency: 'CHF',
    paymentMethod: 'card',
  }
  await tell('invoices', 'last-year', { kind: 'invoice', number: `R-${things.host}01`, ...paid, lines })
  const open = { status: 'open', issuedOn: dayFromNow(-9), dueOn: dayFromNow(21), currency: 'CHF' }
  await tell('invoices', 'this-year', { kind: 'invoice', number: `R-${things.host}02`, ...open, lines: lines.slice(0, 1) })
  const order = { status: 'placed', issuedOn: dayFromNow(-9), currency: 'CHF', paymentMethod: 'card' }
  await tell('invoices', 'order', { kind: 'order', number: `B-${things.host}01`, ...order, lines: lines.slice(0, 1) })
}

/** A year's line at 8.1 % VAT; `net` in minor units. */
function line(description: string, product: string, net: number): object {
  const vat = Math.round(net * 0.081)
  return { description, product, periodFrom: dayFromNow(-225), periodTo: dayFromNow(140), net, vatRate: 8.1, vat, gross: net + vat }
}

async function furnish(owner: Ask, organisation: string, things: Owned, { mail, hosting }: Products): Promise<void> {
  const inMail = { organisation, product: mail }
  for (const { address, aliases = [], forwardTo, usedMb: _used, ...settings } of things.mailboxes) {
    const made = await owner('POST', '/o/{organisation}/products/{product}/mailboxes', { params: inMail, body: { address, ...settings } })
    const item = String(made['id'])
    if (forwardTo)
      await owner('PUT', '/o/{organisation}/products/{product}/mailboxes/{item}/forwarding', {
        params: { ...inMail, item },
        body: { forwardTo, before: [] },
      })
    for (const alias of aliases) {
      await owner('POST', '/o/{organisation}/products/{product}/aliases', {
        params: inMail,
        body: { address: alias, mailboxId: made['id'] },
      })
    }
  }
  for (const { hostName } of things.sites) {
    await owner('POST', '/o/{organisation}/products/{product}/sites', { params: { organisation, product: hosting }, body: { hostName } })
  }
}

const mailUsage = ({ mailDomain, mailboxes }: Owned) => ({
  mailboxes: mailboxes.map(({ address, usedMb }) => ({ address: `${address}@${mailDomain}`, usedMb })),
})
const siteUsage = ({ sites }: Owned) => ({ sites })

const monthly = (amount: number) => ({ amount, currency: 'CHF', period: 'month' })
const yearly = (amount: number) => ({ amount, currency: 'CHF', period: 'year' })

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
