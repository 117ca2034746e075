// Where something is reached: its host name and addresses, each to copy.
import { useTexts } from '../texts.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { SectionCard } from '../ui/section-card.tsx'

type Address = { readonly host: string; readonly ipv4: string; readonly ipv6: string | null }
export type AddressesCardProps = { title: string; description?: string; address: Address }

export function AddressesCard({ title, description, address: { host, ipv4, ipv6 } }: AddressesCardProps) {
  const t = useTexts()
  const shown = [
    { term: t('products.hosting.host'), text: host },
    { term: 'IPv4', text: ipv4 },
    ...(ipv6 === null ? [] : [{ term: 'IPv6', text: ipv6 }]),
  ]
  return (
    <SectionCard title={title} description={description}>
      <DefinitionList items={shown.map(({ term, text }) => ({ id: term, term, value: <Copied text={text} label={term} /> }))} />
    </SectionCard>
  )
}

export function Copied({ text, label }: { text: string; label: string }) {
  const t = useTexts()
  return (
    <span className="flex items-center gap-2">
      <span className="min-w-0 font-mono text-xs wrap-anywhere">{text}</span>
      <CopyButton iconOnly text={text} label={t('products.copy', { what: label })} />
    </span>
  )
}
