// A first legal representative signed: the others are asked for the second signature.
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { findMailReader, getOrganisationName, listMailReaders } from '../partnerships/mail-reader-store.ts'
import { findSignature } from '../partnerships/signature-store.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'

export async function approvalNeeded({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  const signature = event.kind === 'signature.asked' ? await findSignature(tx, event.data.signatureId) : undefined
  if (signature?.state !== 'waiting') return []
  const { customerId, content, firstBy, act, expiresAt, id } = signature
  const organisation = await getOrganisationName(tx, customerId)
  const mail = {
    id: 'approval-needed',
    organisation,
    other: content.partner === null ? organisation : await getOrganisationName(tx, content.partner),
    act,
    by: (await findMailReader(tx, { personId: firstBy }))?.name ?? '',
    rights: rightsIn(content.rights),
    until: expiresAt,
    url: `${publicUrl}/o/${customerId}/signatures/${id}`,
  } as const
  const readers = await listMailReaders(tx, customerId, ['legal_representative'])
  return readers.filter(({ personId }) => personId !== firstBy).map(({ email, language }) => ({ to: email, language, content: mail }))
}
