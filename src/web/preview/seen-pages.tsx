// The customer's Manager in small, as that person would find it: where they could go, and what they could do with each product.
import { Building2, FileText, Globe, House, type LucideIcon, ScrollText, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { families, type RightId, rightOf } from '../../domain/rights/catalogue.ts'
import { FamilyIcon } from '../products/families.tsx'
import { type Translate, useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/status.tsx'
import { reasonOf, type Seen } from './seen.ts'

export function SeenPages({ seen }: { seen: Seen }) {
  const t = useTexts()
  const name = seen.person?.name ?? seen.partner
  return (
    <section aria-label={t('preview.region', { person: name })} className="overflow-hidden rounded-lg border border-line">
      <p className="border-b border-line bg-sunken px-4 py-2 text-sm">
        {t(seen.missing === null ? 'preview.as' : 'preview.out', { person: name, customer: seen.customer.name })}
        {seen.missing !== null && ` ${t(`preview.because.${reasonOf(seen.missing)}`)}`}
      </p>
      {seen.missing === null && (
        <div className="grid sm:grid-cols-[11rem_minmax(0,1fr)]">
          <Places seen={seen} />
          <div className="flex min-w-0 flex-col gap-4 p-4">
            <Products seen={seen} />
            <Elsewhere seen={seen} />
          </div>
        </div>
      )}
    </section>
  )
}

const icons: Readonly<Record<Seen['places'][number], LucideIcon>> = {
  products: Globe,
  members: Users,
  billing: FileText,
  organisation: Building2,
}

function Places({ seen }: { seen: Seen }) {
  const t = useTexts()
  return (
    <ul className="flex flex-row flex-wrap gap-x-4 gap-y-2 border-b border-line bg-sunken p-4 text-sm sm:flex-col sm:border-r sm:border-b-0">
      <li className="flex w-full items-center gap-2 pb-1 font-medium">
        <Avatar name={seen.customer.name} shape="square" size="small" />
        <span className="min-w-0 wrap-anywhere">{seen.customer.name}</span>
      </li>
      <Place icon={House} text={t('shell.nav.overview')} />
      {seen.places.map((place) => (
        <Place key={place} icon={icons[place]} text={t(`shell.nav.${place}`)} />
      ))}
      <Place icon={ScrollText} text={t('shell.nav.activity')} />
    </ul>
  )
}

function Place({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <li className="flex items-center gap-2">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
      {text}
    </li>
  )
}

function Products({ seen }: { seen: Seen }) {
  const t = useTexts()
  const shown = families.flatMap((family) => seen.products.filter((product) => product.family === family && product.missing === null))
  if (shown.length === 0) return <p className="text-sm text-muted">{t('preview.no_products')}</p>
  return (
    <ul className="flex flex-col">
      {shown.map((product) => (
        <li key={product.id} className="flex items-start gap-3 border-t border-line py-2.5 first:border-t-0 first:pt-0">
          <span className="pt-0.5">
            <FamilyIcon family={product.family} />
          </span>
          <span className="flex min-w-0 grow flex-col gap-1.5">
            <span className="wrap-anywhere">{product.name}</span>
            <span className="flex flex-wrap gap-1">{levels(t, product.rights)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The highest of see and manage, and every sensitive right by its name; ordering is no matter of one product. */
function levels(t: Translate, rights: readonly RightId[]): ReactNode {
  const manages = rights.some((right) => rightOf(right).access === 'manage' && rightOf(right).sensitive === null)
  const named = rights.filter((right) => rightOf(right).sensitive !== null && right !== 'product.order')
  return (
    <>
      <Badge>{t(manages ? 'preview.manages' : 'preview.sees')}</Badge>
      {named.map((right) => (
        <Badge key={right} tone="warning">
          {t(`rights.${right}.name`)}
        </Badge>
      ))}
    </>
  )
}

/** Rights on the organisation, beyond the products. */
function Elsewhere({ seen }: { seen: Seen }) {
  const t = useTexts()
  const rights = seen.rights.filter((right) => rightOf(right).level === 'organisation' || right === 'product.order')
  if (rights.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <h3 className="font-medium">{t('preview.besides')}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {rights.map((right) => (
          <li key={right}>{t(`rights.${right}`)}</li>
        ))}
      </ul>
    </div>
  )
}
