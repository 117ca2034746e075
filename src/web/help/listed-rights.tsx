// Every right in the words of the catalogue, by family, with what makes it sensitive and the presets that contain it.
import type { BlockOf } from '../../server/help/contract.ts'
import { useTexts } from '../texts.tsx'
import { Badge } from '../ui/status.tsx'

export function ListedRights({ block }: { readonly block: BlockOf<'rights'> }) {
  return block.groups.map(({ title, rights }) => (
    <section key={title} className="flex flex-col gap-2">
      <h3 className="mt-2 font-semibold">{title}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {rights.map((right) => (
          <ListedRight key={right.id} right={right} />
        ))}
      </ul>
    </section>
  ))
}

type Right = BlockOf<'rights'>['groups'][number]['rights'][number]

function ListedRight({ right: { name, sentence, sensitive, presets } }: { readonly right: Right }) {
  const t = useTexts()
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{name}</span>
        {sensitive !== null && <Badge tone="warning">{t('help.sensitive', { why: sensitive })}</Badge>}
      </span>
      <span>{sentence}</span>
      <span className="text-sm text-muted">{t('help.in_presets', { presets: presets.join(' · ') })}</span>
    </li>
  )
}
