// Which forwardings lead anywhere at a moment: one condition, for the screens and for the mail system that asks.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Instant } from '../../domain/time.ts'

/** Of rows of `mailbox_forwarding`: a right that is over closes what leads out. */
export const isLeadingAt = (now: Instant): RawBuilder<SqlBool> =>
  sql<SqlBool>`(mailbox_forwarding.closes_at is null or mailbox_forwarding.closes_at > ${new Date(now)}
    or is_own_address(mailbox_forwarding.organisation_id, mailbox_forwarding.address))`
