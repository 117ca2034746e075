// Taking what the customer proposes, word for word.
import { rightsIn } from '../../domain/rights/rights-set.ts'
import { acceptProposal } from '../../server/requests/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useCommand } from '../use-command.ts'
import { customerParams, ofCustomer, refreshes } from './customer-dialog.ts'
import { isUnasked, type OfferDialogProps } from './offer.ts'

export function AcceptOfferDialog({ organisation, customer, offer, rights, onClose }: OfferDialogProps) {
  const t = useTexts()
  const count = rightsIn(offer.rights).length
  const accept = useCommand({
    run: () =>
      api.post(acceptProposal, `${ofCustomer}/proposal/accept`, {
        params: customerParams({ organisation, customer }),
        body: { number: offer.number },
      }),
    done: () => t('requests.accept.done'),
    refreshes: refreshes(organisation),
    after: onClose,
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      kind="primary"
      title={t(isUnasked(rights) ? 'requests.accept.title.offer' : 'requests.accept.title', { customer: customer.name })}
      confirm={t('requests.accept.confirm', { count })}
      onConfirm={() => accept.mutate()}
      busy={accept.isPending}
    >
      <p>{t('requests.accept.what', { count })}</p>
      {offer.terms.payer === 'partner' && <p className="mt-2 font-medium text-ink">{t('requests.accept.pays')}</p>}
    </ConfirmDialog>
  )
}
