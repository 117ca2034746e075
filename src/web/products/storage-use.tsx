// How much of some storage is taken, in words and as a bar; nearly full says so.
import { useTexts } from '../texts.tsx'
import { classNames } from '../ui/class-names.ts'
import { Badge } from '../ui/status.tsx'
import { Megabytes } from './megabytes.tsx'

export function StorageUse({ usedMb, quotaMb }: { usedMb: number; quotaMb: number }) {
  const t = useTexts()
  const share = usedMb / quotaMb
  const full = share >= 0.9
  return (
    <span className="flex min-w-32 flex-col gap-1">
      <span className="tabular-nums">
        <Megabytes value={usedMb} /> <span className="text-muted">{t('products.of')}</span> <Megabytes value={quotaMb} />
      </span>
      <UseBar share={share} />
      {full && (
        <span>
          <Badge tone="warning">{t('products.mailbox.full')}</Badge>
        </span>
      )}
    </span>
  )
}

/** The figures stand beside it. */
export function UseBar({ share }: { share: number }) {
  return (
    <span aria-hidden="true" className="block h-1 overflow-hidden rounded-full bg-pressed forced-colors:border">
      <span
        className={classNames('block h-full rounded-full', share >= 0.9 ? 'bg-warning' : 'bg-accent')}
        style={{ width: `${Math.min(1, share) * 100}%` }}
      />
    </span>
  )
}
