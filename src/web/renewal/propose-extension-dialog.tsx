// Asking a customer for more time: nothing else changes, and the customer answers with one press.
import { useState } from 'react'
import { renewalMonths } from '../../domain/partnership/renewal.ts'
import type { EndTerm } from '../../domain/partnership/terms.ts'
import { localDate, monthsAfter } from '../../domain/time.ts'
import { proposeExtension } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { type CustomerDialogProps, customerParams, ofCustomer, refreshes } from '../requests/customer-dialog.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommand } from '../use-command.ts'
import { UntilField } from './until-field.tsx'

export function ProposeExtensionDialog({ organisation, customer, endsOn, onClose }: CustomerDialogProps & { readonly endsOn: string }) {
  const t = useTexts()
  const [end, setEnd] = useState<EndTerm>({ kind: 'on', date: monthsAfter(localDate(endsOn), renewalMonths) })
  const propose = useCommand({
    run: () =>
      api.post(proposeExtension, `${ofCustomer}/propose-extension`, { params: customerParams({ organisation, customer }), body: { end } }),
    done: ({ state }) => t(state === 'sent' ? 'renewal.propose.sent' : 'renewal.propose.prepared', { customer: customer.name }),
    refreshes: refreshes(organisation),
    problems: 'inline',
    after: onClose,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('renewal.propose.title', { customer: customer.name })}
      description={t('renewal.propose.what')}
      actions={
        <>
          <Button kind="primary" busy={propose.isPending} onClick={() => propose.mutate(undefined)}>
            {t('renewal.propose')}
          </Button>
          {propose.error !== null && (
            <p role="alert" className="text-sm text-danger-ink">
              {problemText(t, propose.error)}
            </p>
          )}
        </>
      }
    >
      <UntilField endsOn={endsOn} end={end} onChange={setEnd} />
    </Dialog>
  )
}
