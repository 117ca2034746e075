// Of several mails to one person about one matter the one that says most, with what the others would have said.
import { byWeight } from '../../domain/mails/mail-matter.ts'
import type { MailContent } from './mail-content.ts'

/** At least one; all to the same reader about the same matter, in the order in which it happened. */
export function mergeMails(contents: readonly [MailContent, ...MailContent[]]): MailContent {
  const [first, ...others] = contents.toSorted((one, other) => byWeight(one.id, other.id))
  return others.reduce<MailContent>((said, other) => withOther(said, other), first ?? contents[0])
}

function withOther(said: MailContent, other: MailContent): MailContent {
  if (said.id !== 'rights-changed') return said
  if (other.id === 'payer-changed') {
    const { payer, paymentMethod, spendingLimit, partner } = other
    return { ...said, payment: { payer, paymentMethod, spendingLimit, partner } }
  }
  if (other.id !== 'rights-changed') return said
  const { added, removed, ...latest } = other
  return { ...said, ...latest, added: both(said.added, added), removed: both(said.removed, removed) }
}

const both = <T>(one: readonly T[], other: readonly T[]) => [...new Set([...one, ...other])]
