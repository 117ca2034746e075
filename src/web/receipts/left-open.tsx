// What was made in a visit that was stopped and still lets somebody in: each is ended with one press.
import { X } from 'lucide-react'
import { removeLink } from '../../server/products/drive-contract.ts'
import { removeSshKey } from '../../server/products/server-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import type { Receipt } from './receipts-data.ts'

type LeftOpenProps = { organisation: string; receipt: Receipt }

export function LeftOpen({ organisation, receipt: { partner, linksAndKeys } }: LeftOpenProps) {
  const t = useTexts()
  const open = linksAndKeys.filter(({ isOpen }) => isOpen)
  if (open.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5">
      <p className="max-w-prose">{t('receipts.ways_in.left', { partner })}</p>
      <ul className="flex flex-col">
        {open.map((way) => (
          <WayIn key={way.id} organisation={organisation} way={way} />
        ))}
      </ul>
    </div>
  )
}

type WayInProps = { organisation: string; way: Receipt['linksAndKeys'][number] }

function WayIn({ organisation, way: { id: item, kind, name, product, productId, madeBy } }: WayInProps) {
  const t = useTexts()
  const params = { organisation, product: productId, item }
  const end = useCommand({
    run: () =>
      kind === 'link'
        ? api.delete(removeLink, '/api/o/{organisation}/products/{product}/links/{item}', { params })
        : api.delete(removeSshKey, '/api/o/{organisation}/products/{product}/ssh-keys/{item}', { params }),
    done: () => t('receipts.ways_in.ended'),
  })
  const what = t(`receipts.ways_in.${kind}`, { name, product, person: madeBy })
  return (
    <li className="flex items-center justify-between gap-3 border-t border-line py-1.5 first:border-t-0">
      <span className="wrap-anywhere">{what}</span>
      <Button
        size="small"
        icon={<X />}
        busy={end.isPending}
        aria-label={t('receipts.ways_in.end.label', { what })}
        onClick={() => end.mutate(undefined)}
      >
        {t('receipts.ways_in.end')}
      </Button>
    </li>
  )
}
