// One line of the account switcher: an own organisation, or a customer with the partner one serves it for.
import { Combobox } from '@base-ui/react/combobox'
import { Check, Star } from 'lucide-react'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { optionClass } from '../ui/popup-class.ts'
import type { PageEntry } from './pages-and-actions.ts'
import type { Entry, SwitchableCustomer } from './switcher-entries.ts'

export type SwitcherEntryProps = { entry: Entry; current: boolean; onPin: (customer: SwitchableCustomer) => void }

export function SwitcherEntry({ entry, current, onPin }: SwitcherEntryProps) {
  const t = useTexts()
  return (
    <Combobox.Item value={entry} className={classNames(optionClass, 'group/entry')}>
      {entry.kind === 'page' ? <PageIcon page={entry.page} /> : <Avatar name={entry.name} shape="square" size="small" />}
      <span className="min-w-0 grow">
        <span className="block truncate">{entry.name}</span>
        {entry.kind !== 'page' && (
          <span className="block truncate text-xs text-muted">
            {entry.kind === 'customer' ? (
              <Access customer={entry.customer} />
            ) : (
              `${entry.organisation.number} · ${t(`roles.${entry.organisation.role}`)}`
            )}
          </span>
        )}
      </span>
      {current && <Check aria-hidden="true" className="size-4 text-accent-ink" />}
      {entry.kind === 'customer' && <Pin customer={entry.customer} onPin={onPin} />}
    </Combobox.Item>
  )
}

function PageIcon({ page: { icon: Icon } }: { page: PageEntry }) {
  return (
    <span className="flex size-6 shrink-0 items-center justify-center text-muted">
      <Icon aria-hidden="true" />
    </span>
  )
}

function Access({ customer }: { customer: SwitchableCustomer }) {
  const t = useTexts()
  const formats = useFormats()
  const access = t('shell.switcher.for', { partner: customer.partnerName, access: t(`presets.${customer.access}`) })
  return customer.endsOn === null ? access : `${access} · ${t('shell.switcher.until', { date: formats.date(customer.endsOn) })}`
}

/** For the mouse; the keyboard has Alt+P, and a list entry may hold no button. */
function Pin({ customer, onPin }: { customer: SwitchableCustomer; onPin: (customer: SwitchableCustomer) => void }) {
  const t = useTexts()
  return (
    <span
      aria-hidden="true"
      title={t(customer.pinned ? 'shell.switcher.unpin' : 'shell.switcher.pin', { name: customer.customerName })}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation()
        event.preventDefault()
        onPin(customer)
      }}
      className={classNames(
        'flex size-7 shrink-0 items-center justify-center rounded-sm hover:bg-pressed',
        customer.pinned ? 'text-accent-ink' : 'text-faint opacity-0 group-data-highlighted/entry:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      <Star className={classNames('size-4', customer.pinned && 'fill-current')} />
    </span>
  )
}
