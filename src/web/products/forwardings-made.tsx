// The forwardings of a mailbox that a partner's people made: each closes with their access, unless it is kept.
import { keepForwarding } from '../../server/products/mail-contract.ts'
import { api } from '../api.ts'
import { usePlace } from '../place.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import { DomainText } from './domain-text.tsx'
import { useMaker } from './made-by.ts'
import type { Mailbox } from './mail-page.tsx'

export function MadeByPartners({ product, mailbox }: { product: string; mailbox: Mailbox }) {
  const t = useTexts()
  const made = mailbox.forwardings.filter(({ madeBy }) => madeBy?.side === 'partner')
  if (made.length === 0) return null
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{t('products.forwarding.made.title')}</h3>
      <ul className="flex flex-col">
        {made.map((one) => (
          <Made key={one.id} product={product} forwarding={one} />
        ))}
      </ul>
    </section>
  )
}

type MadeProps = { product: string; forwarding: Mailbox['forwardings'][number] }

function Made({ product, forwarding: { id: item, address, madeBy, leadsOut } }: MadeProps) {
  const t = useTexts()
  const place = usePlace()
  const who = useMaker()(madeBy) ?? ''
  const keep = useCommand({
    run: () =>
      api.post(keepForwarding, '/api/o/{organisation}/products/{product}/forwardings/{item}/keep', {
        params: { organisation: place.id, product, item },
      }),
    done: () => t('products.forwarding.kept', { address }),
    refreshes: `${place.api}/products`,
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 border-t border-line py-2 first:border-t-0">
      <span className="min-w-0">
        <DomainText>{address}</DomainText>
        <span className="block text-muted wrap-anywhere">
          {t(leadsOut ? 'products.forwarding.made.closes' : 'products.forwarding.made.stays', { who })}
        </span>
      </span>
      {leadsOut && (
        <Button
          size="small"
          busy={keep.isPending}
          aria-label={t('products.forwarding.keep.label', { address })}
          onClick={() => keep.mutate(undefined)}
        >
          {t('products.forwarding.keep')}
        </Button>
      )}
    </li>
  )
}
