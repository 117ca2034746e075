// The mail as it will look: written from the same data by the same words, with a link that leads nowhere.
import type { ProposalId } from '../../domain/ids.ts'
import { makeProposal } from '../../domain/partnership/make-proposal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { asPartner } from '../actor.ts'
import type { Answer, Input } from '../endpoint.ts'
import type { MailContent } from '../mails/mail-content.ts'
import { documentOf, renderMail } from '../mails/render-mail.ts'
import { calendar } from '../partnerships/calendar.ts'
import { findLivingCustomer, getManagedCustomer } from '../partnerships/managed-customer-store.ts'
import { getPartner, loadProducts, noProducts, type PartnerOrganisation } from '../partnerships/organisation-store.ts'
import { newId, type OwnWork } from '../work.ts'
import { ownTerms, refuseForeignProducts } from './asked-rights.ts'
import type { previewRequest as contract, MailPreview, RequestBody } from './contract.ts'
import { expandAsked } from './expand-asked.ts'

export async function previewRequest(work: OwnWork, { body }: Input<typeof contract>): Promise<Answer<typeof contract>> {
  const partner = await getPartner(work.tx, work.context.organisationId)
  if (!partner.isEnrolled) throw new Refusal('not_entitled', 'not a partner')
  const content = await contentOf(work, partner, body)
  const document = documentOf(content, body.who.language)
  const { html, text } = renderMail(content, body.who.language, work.publicUrl)
  const { subject, why } = document
  return { from: 'Prokura', to: body.who.email ?? null, subject, why, html, text, blocks: document.blocks.flatMap(toBlock) }
}

async function contentOf(work: OwnWork, partner: PartnerOrganisation, body: RequestBody): Promise<MailContent> {
  const living = body.who.customerNumber && (await findLivingCustomer(work.tx, partner.id, body.who.customerNumber))
  const customer = living ? await getManagedCustomer(work, living) : undefined
  const terms = ownTerms(body.terms)
  const until = calendar.plusDays(work.now, body.validityDays)
  const { rights } = await expandAsked(work, body)
  const findProduct = customer?.partnership ? await loadProducts(work.tx, customer.partnership.customerId) : noProducts
  refuseForeignProducts(rights, findProduct)
  const draft = {
    ...{
      id: newId<ProposalId>(),
      number: 1,
      partnerId: partner.id,
      customerId: null,
      invitationId: null,
      partnershipId: null,
      preset: null,
    },
    ...{ rights, terms, expiresAt: until, isPartnerVerified: partner.isVerified },
    grant: customer?.partnership?.grant ?? null,
  }
  const made = makeProposal(draft, asPartner(work), { now: work.now, calendar, findProduct })
  if (made.kind === 'refused') throw new Refusal(made.code)
  const request = { partner: partner.asker, rights: rightsIn(made.proposal.rights), terms, until, url: `${work.publicUrl}/r/` }
  if (customer) return { id: 'more-requested', organisation: customer.name, ...request }
  return { id: 'request-received', reportUrl: request.url, ...request }
}

type Block = ReturnType<typeof documentOf>['blocks'][number]

/** Where a link leads is nobody's business here. */
function toBlock(block: Block): MailPreview['blocks'] {
  switch (block.kind) {
    case 'paragraph':
    case 'notice':
    case 'heading':
      return [{ kind: block.kind, text: block.text }]
    case 'facts':
      return [{ kind: 'facts', facts: block.facts.map(({ label, value }) => ({ label, value })) }]
    case 'groups':
      return [{ kind: 'groups', groups: block.groups.map(toGroup) }]
    case 'button':
      return [{ kind: 'button', label: block.label, hint: block.hint }]
    case 'quiet':
      return [{ kind: 'quiet', text: block.text, link: block.link?.label ?? null }]
    case 'code':
      return []
  }
}

function toGroup({ title, items }: Extract<Block, { kind: 'groups' }>['groups'][number]) {
  return { title, items: items.map(({ text, mark }) => ({ text, mark: mark ?? null })) }
}
