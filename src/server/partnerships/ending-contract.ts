// What would end with a partnership, as both sides are shown it before they confirm.
import { z } from 'zod'
import { wayInKinds } from '../../domain/authorization/way-in.ts'
import { familyName } from '../authorization/catalogue-contract.ts'

const wayIn = z.strictObject({ kind: z.enum(wayInKinds), name: z.string(), product: z.string() })

/** What closes at once where nobody of the partner has access any more. */
export const closingShown = z.strictObject({
  visitsNow: z.array(z.strictObject({ person: z.string(), startedAt: z.iso.datetime() })),
  /** Tokens of product consoles that end. */
  tokens: z.int(),
  /** Links into folders, SSH keys and forwardings that the partner's people made: they close. */
  waysIn: z.array(wayIn),
  /** Passwords of mailboxes and firewall rules that the partner's people set: they still work afterwards. */
  waysLeft: z.array(wayIn),
})

export const endingShown = closingShown.extend({
  /** Rights that can be used today. */
  rights: z.int(),
  /** Products these rights reach or the partner pays. */
  products: z.int(),
  /** Who loses access, by name. */
  people: z.array(z.string()),
  /** How many of them have it by assignment: it ends, too. */
  assignments: z.int(),
  openProposal: z.boolean(),
  /** Products the partner pays today, and from when on the customer pays them. */
  paid: z.array(
    z.strictObject({ name: z.string(), family: familyName, renewsOn: z.iso.date().nullable(), customerPaysFrom: z.iso.date() }),
  ),
  graceDays: z.int(),
})
