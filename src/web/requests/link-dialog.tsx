// The link of a request, to copy or to scan. Fetching it is put on record, so it is fetched once and kept nowhere.
import { useQuery } from '@tanstack/react-query'
import { showLink } from '../../server/requests/contract.ts'
import { QrCode } from '../account/qr-code.tsx'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { type CustomerDialogProps, customerParams, ofCustomer } from './customer-dialog.ts'

export function LinkDialog({ organisation, customer, onClose }: CustomerDialogProps) {
  const t = useTexts()
  const formats = useFormats()
  const params = customerParams({ organisation, customer })
  const link = useQuery({
    queryKey: ['link of a request', customer.id],
    queryFn: () => api.get(showLink, `${ofCustomer}/link`, { params }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('requests.link.title')} description={t('requests.link.what')}>
      {link.isPending && <SkeletonLines label={t('requests.link.title')} lines={2} />}
      {link.isError && <p className="text-danger-ink">{problemText(t, link.error)}</p>}
      {link.data && (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 grow basis-56 rounded-md border border-line bg-sunken px-2.5 py-1.5 font-mono text-xs break-all select-all">
              {link.data.url}
            </code>
            <CopyButton text={link.data.url} label={t('common.copy_link')} size="medium" />
          </div>
          <QrCode text={link.data.url} label={t('requests.link.qr')} />
          <p className="text-sm text-muted">{t('requests.link.until', { date: formats.date(link.data.until) })}</p>
        </>
      )}
    </Dialog>
  )
}
