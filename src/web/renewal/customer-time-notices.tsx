// On a customer's profile: that the access ends soon, with the way to ask for more time; and who and what was not needed for 90 days.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayMs } from '../../domain/time.ts'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { listUnusedAtCustomer } from '../../server/unused/contract.ts'
import { api } from '../api.ts'
import { AssignPeopleDialog } from '../assignments/assign-people-dialog.tsx'
import { useFormats } from '../formats.ts'
import { customerParams, ofCustomer } from '../requests/customer-dialog.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ProposeExtensionDialog } from './propose-extension-dialog.tsx'

const soonMs = 61 * dayMs
type NoticeProps = { readonly organisation: string; readonly customer: CustomerRow }

export function CustomerEndsSoon({ organisation, customer, endsOn }: NoticeProps & { readonly endsOn: string | null }) {
  const t = useTexts()
  const formats = useFormats()
  const [now] = useState(() => Date.now())
  const [isOpen, setOpen] = useState(false)
  if (endsOn === null || !customer.may.includes('ask_for_more')) return null
  const end = Date.parse(`${endsOn}T12:00:00Z`)
  if (end > now + soonMs || end < now - dayMs) return null
  return (
    <Banner
      title={t('renewal.ends_soon', { date: formats.longDate(endsOn), when: formats.relative(endsOn) })}
      actions={
        <Button size="small" onClick={() => setOpen(true)}>
          {t('renewal.propose')}
        </Button>
      }
    >
      {t('renewal.propose.what')}
      {isOpen && <ProposeExtensionDialog organisation={organisation} customer={customer} endsOn={endsOn} onClose={() => setOpen(false)} />}
    </Banner>
  )
}

export function NotUsedAtCustomer({ organisation, customer }: NoticeProps) {
  const t = useTexts()
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const mayAssign = customer.may.includes('assign')
  const params = customerParams({ organisation, customer })
  const unused = useQuery({ ...api.query(listUnusedAtCustomer, `${ofCustomer}/unused`, { params }), enabled: mayAssign })
  const { data } = unused
  if (!data || data.people.length + data.rights.length === 0) return null
  return (
    <Banner
      title={t('renewal.unused', { days: data.days })}
      actions={
        data.people.length > 0 && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('renewal.unused.remove_people')}
          </Button>
        )
      }
    >
      {data.people.length > 0 && <p>{t('renewal.unused.people', { people: formats.list(data.people.map(({ name }) => name)) })}</p>}
      {data.rights.length > 0 && (
        <p>{t('renewal.unused.rights', { rights: formats.list(data.rights.map(({ right }) => t(`rights.${right}.name`))) })}</p>
      )}
      {isOpen && <AssignPeopleDialog organisation={organisation} customer={customer} onClose={() => setOpen(false)} />}
    </Banner>
  )
}
