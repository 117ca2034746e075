// When the digest is due: on weekdays from seven o'clock on, by the clocks of the installation's time zone.
import type { Instant, LocalDate } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { dateOf, timeZone } from '../partnerships/calendar.ts'
import { databaseClock } from '../partnerships/mail-reader-store.ts'
import { enqueue } from '../platform/jobs.ts'
import { transact } from '../platform/transact.ts'

const fromHour = 7
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })

/** The day whose digest is due by now; undefined on weekends and before seven. */
export function digestDay(now: Instant): LocalDate | undefined {
  const parts = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, value]))
  const isWeekend = parts['weekday'] === 'Sat' || parts['weekday'] === 'Sun'
  return isWeekend || Number(parts['hour']) < fromHour ? undefined : dateOf(now)
}

/** Each node asks every minute; the key of the job lets one of them have it, once a day. */
export async function orderDigests({ pools }: Pick<House, 'pools'>): Promise<void> {
  await transact(pools.system, {}, async (tx) => {
    const day = digestDay(await databaseClock(tx))
    if (day !== undefined) await enqueue(tx, { kind: 'write-digests', payload: { day }, uniqueKey: `digests:${day}` })
    return { result: undefined, closing: undefined }
  })
}
