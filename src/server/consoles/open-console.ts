// A product opens in its console: the console is asked to sign the person in (OpenID Connect Core, section 4), and told what to open.
import { Refusal } from '../../domain/refusal.ts'
import { viewOf } from '../../domain/rights/catalogue.ts'
import { decideIn } from '../authorization/authorise.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { TenantWork } from '../work.ts'
import type { openConsole as contract } from './contract.ts'
import { findConsoleOfFamily, findProductToOpen } from './open-console-store.ts'

export async function openConsole(work: TenantWork, { params }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const { context } = work
  const product = await findProductToOpen(work.tx, context.organisationId, params.product)
  if (!product || !decideIn(work, viewOf(product.family), product).allowed) throw new Refusal('not_found')
  const console = await findConsoleOfFamily(work.tx, product.family)
  if (!console) return { console: null }
  const target = new URL('/', console.initiateLoginUri)
  target.searchParams.set('product', product.productId)
  if (context.kind === 'own') target.searchParams.set('organisation', context.organisationId)
  else target.searchParams.set('visit', context.visitId ?? '')
  const url = new URL(console.initiateLoginUri)
  url.searchParams.set('iss', work.publicUrl)
  url.searchParams.set('target_link_uri', target.href)
  return { console: { name: console.name, url: url.href } }
}
