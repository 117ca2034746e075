// What stands in the cells of the list.
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { AvatarGroup } from '../ui/avatar-group.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { RowLink } from '../ui/row-link.tsx'
import { Badge } from '../ui/status.tsx'
import { ToCheckBadge } from './customer-status.tsx'

type CellProps = { customer: CustomerRow }
const nothing = <span className="text-faint">–</span>

export function NameCell({ customer, organisation }: CellProps & { organisation: string }) {
  const t = useTexts()
  const below = [customer.formerName && t('managed-customers.former_name', { name: customer.formerName }), notTheName(customer)].filter(
    Boolean,
  )
  return (
    <span className="flex min-w-0 gap-2.5 min-[44rem]:items-center">
      <Avatar name={customer.name} shape="square" size="small" />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <RowLink
            to="/o/$organisation/customers/$customer"
            params={{ organisation, customer: customer.id }}
            className="min-w-0 rounded-sm font-medium wrap-anywhere hover:underline hover:underline-offset-3"
          >
            <Breakable>{customer.name}</Breakable>
          </RowLink>
          {customer.toCheck && <ToCheckBadge />}
          {customer.delivery === 'not_delivered' && <Badge tone="danger">{t('statuses.not_delivered')}</Badge>}
        </span>
        {below.length > 0 && (
          <span className="block text-xs font-normal text-muted">
            <Breakable>{below.join(' · ')}</Breakable>
          </span>
        )}
      </span>
    </span>
  )
}

/** Whom a request went to, unless its address already stands for the name. */
function notTheName({ status, sentTo, name }: CustomerRow): string | null {
  return (status === 'requested' || status === 'prepared') && sentTo !== name ? sentTo : null
}

/** "Full, 3 removed", "Limited requested". */
export function AccessCell({ customer }: CellProps) {
  const t = useTexts()
  if (customer.access === null) return nothing
  return (
    <span>
      {accessOf(customer, t)}
      {customer.requiredMissing.length > 0 && (
        <span className="block text-xs text-muted">
          {t('managed-customers.required_missing', { count: customer.requiredMissing.length })}
        </span>
      )}
      {customer.partnershipId && customer.rightsGranted !== null && customer.openRequest && (
        <span className="block text-xs text-muted">
          {t(
            customer.openRequest === 'from_partner' ? 'managed-customers.access.more_requested' : 'managed-customers.access.customer_asks',
          )}
        </span>
      )}
    </span>
  )
}

function accessOf({ access, rightsGranted, rightsRequested, rightsRemoved }: CustomerRow, t: ReturnType<typeof useTexts>): string {
  const count = rightsGranted ?? rightsRequested ?? 0
  const preset = access === 'custom' ? t('managed-customers.access.custom', { count }) : t(`presets.${access}`)
  if (rightsGranted === null) return t('presets.requested', { preset })
  return rightsRemoved > 0 ? t('presets.removed', { preset, count: rightsRemoved }) : preset
}

export function PayerCell({ customer }: CellProps) {
  const t = useTexts()
  return customer.payer === null ? nothing : t(`common.payer.${customer.payer}`)
}

const soonDays = 60
const isSoon = (date: string): boolean => Date.parse(date) - Date.now() < soonDays * 86_400_000

/** Near ends in words, all others as a date; always with the date at hand. */
export function UntilCell({ customer }: CellProps) {
  const t = useTexts()
  const formats = useFormats()
  const { endsOn, status } = customer
  if (endsOn === null)
    return status === 'active' || status === 'suspended' ? <span className="text-muted">{t('managed-customers.until.none')}</span> : nothing
  const isNear = status !== 'ended' && isSoon(endsOn)
  return (
    <time
      dateTime={endsOn}
      title={formats.longDate(endsOn)}
      className={isNear ? 'in-data-compact:block in-data-compact:truncate' : 'whitespace-nowrap'}
    >
      {isNear ? formats.relative(endsOn) : formats.date(endsOn)}
    </time>
  )
}

export function PeopleCell({ customer }: CellProps) {
  return customer.people.length === 0 ? nothing : <AvatarGroup names={customer.people.map(({ name }) => name)} />
}

export function TimeCell({ at, by }: { at: string | null; by?: string | null | undefined }) {
  const formats = useFormats()
  if (at === null) return nothing
  return (
    <span>
      <time dateTime={at} title={formats.dateTime(at)} className="whitespace-nowrap">
        {formats.date(at)}
      </time>
      {by && <span className="block text-xs text-muted">{by}</span>}
    </span>
  )
}

export function TextCell({ text }: { text: string | null }) {
  return text === null || text === '' ? nothing : <span className="wrap-anywhere">{text}</span>
}

export function CountCell({ count }: { count: number | null }) {
  const formats = useFormats()
  return count === null ? nothing : formats.number(count)
}

/** "CHF 500.00 a month". */
export function LimitCell({ customer: { spendingLimit } }: CellProps) {
  const t = useTexts()
  const formats = useFormats()
  if (spendingLimit === null) return nothing
  return t(`managed-customers.limit.${spendingLimit.period}`, { amount: formats.money(spendingLimit) })
}

export function DeliveryCell({ customer: { delivery } }: CellProps) {
  const t = useTexts()
  if (delivery === null) return nothing
  return t(delivery === 'not_delivered' ? 'statuses.not_delivered' : `managed-customers.delivery.${delivery}`)
}

export function DateCell({ date }: { date: string | null }) {
  const formats = useFormats()
  return date === null ? nothing : <time dateTime={date}>{formats.date(date)}</time>
}
