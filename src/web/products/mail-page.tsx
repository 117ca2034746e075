// Inside the mail of a domain: its mailboxes and aliases, never a message.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { listMailboxes } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { AliasesSection } from './aliases-section.tsx'
import { Loaded } from './loaded.tsx'
import { MailboxesSection } from './mailboxes-section.tsx'
import type { ProductHere } from './product.ts'

export type Mail = z.output<typeof listMailboxes.answer>
export type Mailbox = Mail['mailboxes'][number]
export type MailHere = { readonly mail: Mail; readonly product: string; readonly active: boolean }

export function MailPage({ product }: { product: ProductHere }) {
  const t = useTexts()
  const place = usePlace()
  const mailboxes = useQuery(api.query(listMailboxes, `${place.api}/products/{product}/mailboxes`, { params: { product: product.id } }))
  return (
    <Loaded query={mailboxes} label={t('products.mailboxes.title')}>
      {(mail) => {
        const here: MailHere = { mail, product: product.id, active: product.status === 'active' }
        return (
          <>
            <MailboxesSection {...here} />
            <AliasesSection {...here} />
          </>
        )
      }}
    </Loaded>
  )
}
