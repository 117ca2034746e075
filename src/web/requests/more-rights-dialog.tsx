// Asking a customer for more rights: only what is not in force is offered, and only that needs consent.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { termsUnchanged } from '../../domain/partnership/terms.ts'
import { rightIds } from '../../domain/rights/catalogue.ts'
import { getProfile } from '../../server/customer-profile/contract.ts'
import { askForMore } from '../../server/requests/contract.ts'
import { getOwnShell } from '../../server/shell/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useCommand } from '../use-command.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from './customer-dialog.ts'
import { isAnyAsked, MoreTerms, nothingMore, termsAsked } from './more-terms.tsx'
import { type Picking, pickedIn, toRequested } from './picked-rights.ts'
import { RightsPicker } from './rights-picker.tsx'

export function MoreRightsDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const params = customerParams({ organisation, customer })
  const profile = useQuery(api.query(getProfile, `${ofCustomer}/profile`, { params }))
  const shell = useQuery(api.query(getOwnShell, '/api/o/{organisation}/shell', { params: { organisation } }))
  const [picking, pick] = useState<Picking>({})
  const [more, askMore] = useState(nothingMore)
  const [isTried, setTried] = useState(false)
  const has = (profile.data?.rights ?? []).filter(({ granted }) => granted.length > 0).map(({ right }) => right)
  const offered = rightIds.filter((right) => !has.includes(right))
  const count = pickedIn(picking).length
  const terms = termsAsked(more)
  const isSomething = count > 0 || isAnyAsked(more)
  const isPreparing = shell.data?.role === 'administrator'
  const ask = useCommand({
    run: () =>
      api.post(askForMore, `${ofCustomer}/more`, { params, body: { rights: toRequested(picking), terms: terms ?? termsUnchanged } }),
    done: ({ state }) => (state === 'sent' ? t('requests.more.sent', { customer: customer.name }) : t('requests.more.prepared')),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  const submit = () => {
    setTried(true)
    if (isSomething && terms !== undefined) ask.mutate()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('requests.more.title', { customer: customer.name })}
      description={t('requests.more.what')}
      actions={
        <>
          <Button kind="primary" busy={ask.isPending} disabled={!profile.data || (offered.length === 0 && !isSomething)} onClick={submit}>
            {isPreparing
              ? t('requests.more.prepare')
              : t(count === 0 && isSomething ? 'requests.more.send_terms' : 'requests.more.send', { count })}
          </Button>
          <Refused error={ask.error} missing={isTried && !isSomething} />
        </>
      }
    >
      {profile.isPending && <SkeletonLines label={t('requests.more.title', { customer: customer.name })} lines={8} />}
      {profile.isError && <p className="text-danger-ink">{problemText(t, profile.error)}</p>}
      {profile.data?.granted && (
        <MoreTerms asked={more} onChange={askMore} endsOn={profile.data.granted.endsOn} payer={profile.data.granted.terms.payer} />
      )}
      {profile.data && offered.length === 0 && <p>{t('requests.more.all')}</p>}
      {profile.data && offered.length > 0 && (
        <>
          <p className="text-sm text-muted">{t('requests.pick.products')}</p>
          <RightsPicker offered={offered} has={has} picking={picking} onChange={pick} />
        </>
      )}
    </Dialog>
  )
}

/** What stands in the way, beside the button that was pressed. */
export function Refused({ error, missing }: { error: unknown; missing: boolean }) {
  const t = useTexts()
  if (!error && !missing) return null
  return (
    <p role="alert" className="self-center text-sm text-danger-ink sm:mr-auto">
      {missing ? t('requests.pick.nothing') : problemText(t, error)}
    </p>
  )
}
