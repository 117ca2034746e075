// The mail about a request that was changed before anybody answered: to whoever has to answer, under the same link.
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findOpen, readersOf } from './request-email.ts'

/** request.revised, where it had gone out already. Where the first mail never arrived, this one is the first. */
export async function requestRevised(reacting: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'request.revised' || event.data.expiresAt === null) return []
  const open = await findOpen(reacting, event)
  if (!open) return []
  const { invitation, content } = open
  return (await readersOf(reacting, invitation)).map(({ email, language }) => ({
    to: email,
    language,
    content: { id: 'request-changed', organisation: null, reportUrl: `${content.url}#report`, ...content },
    ...(email === invitation.email ? { about: { invitationId: invitation.id } } : {}),
  }))
}
