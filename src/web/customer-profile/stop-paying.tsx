// The partner stops paying and stays: what falls back to the customer is said first, product by product.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { previewEnding, stopPaying } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { customerParams, ofCustomer, refreshes } from '../requests/customer-dialog.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import type { ProfileProps } from './customer-profile.tsx'

type StopPayingProps = Pick<ProfileProps, 'organisation' | 'customer'>

export function StopPaying(props: StopPayingProps) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => open(true)}>
        {t('customer-profile.stop_paying')}
      </Button>
      {isOpen && <Asking {...props} onClose={() => open(false)} />}
    </>
  )
}

function Asking({ organisation, customer, onClose }: StopPayingProps & { onClose: () => void }) {
  const t = useTexts()
  const params = customerParams({ organisation, customer })
  const name = customer.name
  const ending = useQuery({ ...api.query(previewEnding, `${ofCustomer}/ending`, { params }), staleTime: 0 })
  const stop = useCommand({
    run: () => api.post(stopPaying, `${ofCustomer}/stop-paying`, { params, body: {} }),
    done: () => t('customer-profile.stop_paying.done', { customer: name }),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      kind="primary"
      title={t('customer-profile.stop_paying.title', { customer: name })}
      confirm={t('customer-profile.stop_paying')}
      onConfirm={() => stop.mutate(undefined)}
      busy={stop.isPending}
      disabled={!ending.data}
    >
      <div className="flex flex-col gap-3">
        {ending.isPending && <SkeletonLines label={t('ui.loading')} lines={2} />}
        {ending.isError && <p className="text-danger-ink">{problemText(t, ending.error)}</p>}
        {ending.data && <Falling paid={ending.data.paid} customer={name} />}
      </div>
    </ConfirmDialog>
  )
}

type Paid = { readonly name: string; readonly customerPaysFrom: string }

function Falling({ paid, customer }: { paid: readonly Paid[]; customer: string }) {
  const t = useTexts()
  const formats = useFormats()
  if (paid.length === 0) return <p className="text-ink">{t('customer-profile.stop_paying.nothing')}</p>
  return (
    <>
      <p>{t('customer-profile.stop_paying.what', { customer })}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink">
        {paid.map(({ name, customerPaysFrom }) => (
          <li key={name}>
            {t('customer-profile.stop_paying.falls', { product: name, customer, date: formats.longDate(customerPaysFrom) })}
          </li>
        ))}
      </ul>
    </>
  )
}
