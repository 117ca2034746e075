// Orders, newest first: who ordered, for whom, and who pays.
import { listOrders } from '../../server/billing/contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Documents, useColumns, useDocuments } from './documents.tsx'

export function OrdersList() {
  const t = useTexts()
  const { api: base } = usePlace()
  const { number, issued, standing, owner, payer, by, total } = useColumns()
  const pages = useDocuments(`${base}/billing/orders`, async (after) => {
    const { orders, next } = await api.get(listOrders, `${base}/billing/orders`, { params: {}, query: after ? { after } : {} })
    return { documents: orders, next }
  })
  return (
    <Documents
      pages={pages}
      title={t('billing.part.orders')}
      none={t('billing.orders.none')}
      columns={[number, { ...issued, header: t('billing.ordered') }, standing, by, owner, payer, total]}
    />
  )
}
