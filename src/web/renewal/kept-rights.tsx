// The rights of a partnership, each with when it was last used; what nobody used begins unticked, with the reason beside it.
import { Diamond } from 'lucide-react'
import { isSensitive, type RightId } from '../../domain/rights/catalogue.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { toggled } from './keeping.ts'
import type { RenewalShown } from './renewal-data.ts'

type KeptRightsProps = {
  readonly rights: RenewalShown['rights']
  readonly kept: readonly RightId[]
  readonly onChange: (kept: readonly RightId[]) => void
}

export function KeptRights({ rights, kept, onChange }: KeptRightsProps) {
  const present = rights.map(({ right }) => right)
  return (
    <ul className="flex flex-col gap-4">
      {rights.map((row) => (
        <li key={row.right}>
          <Checkbox
            label={<Words right={row.right} />}
            hint={<Use {...row} />}
            checked={kept.includes(row.right)}
            onChange={() => onChange(toggled(row.right, present, kept))}
          />
        </li>
      ))}
    </ul>
  )
}

function Words({ right }: { right: RightId }) {
  const t = useTexts()
  return (
    <>
      {isSensitive(right) && <Diamond aria-label={t('renewal.sensitive')} className="mr-1.5 inline size-3 fill-current text-warning" />}
      {t(`rights.${right}`)}
    </>
  )
}

function Use({ keep, lastUsedAt }: RenewalShown['rights'][number]) {
  const t = useTexts()
  const formats = useFormats()
  if (!keep) return t('renewal.never_used')
  return lastUsedAt === null ? t('renewal.not_used_yet') : t('renewal.last_used', { when: formats.relative(lastUsedAt) })
}
