// What stays hidden from that person, and why: products by name, then what cannot be done at all.
import { EyeOff } from 'lucide-react'
import { places } from '../../domain/authorization/what-is-seen.ts'
import { useFormats } from '../formats.ts'
import { FamilyIcon } from '../products/families.tsx'
import { useTexts } from '../texts.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { reasonOf, type Seen } from './seen.ts'

export function Hidden({ seen }: { seen: Seen }) {
  const t = useTexts()
  const formats = useFormats()
  const products = seen.products.filter(({ missing }) => missing !== null)
  const closed = places.filter((place) => !seen.places.includes(place)).map((place) => t(`shell.nav.${place}`))
  if (seen.missing !== null || (products.length === 0 && closed.length === 0 && seen.lacking.length === 0)) return null
  return (
    <section aria-labelledby="hidden" className="flex flex-col gap-3">
      <h3 id="hidden" className="flex items-center gap-2 font-semibold">
        <EyeOff aria-hidden="true" className="size-4 text-muted" />
        {t('preview.hidden', { person: seen.person?.name ?? seen.partner })}
      </h3>
      {closed.length > 0 && <p className="text-sm">{t('preview.hidden.places', { places: formats.list(closed) })}</p>}
      <ul className="flex flex-col gap-2 text-sm empty:hidden">
        {products.map(({ id, family, name, missing }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <FamilyIcon family={family} />
            <span className="wrap-anywhere">{name}</span>
            {missing && <span className="text-muted">{t(`preview.because.${reasonOf(missing)}`)}</span>}
          </li>
        ))}
      </ul>
      {seen.lacking.length > 0 && (
        <Disclosure summary={t('preview.lacking', { count: seen.lacking.length })}>
          <ul className="flex flex-col gap-2 text-sm">
            {seen.lacking.map(({ right, because }) => (
              <li key={right}>
                {t(`rights.${right}`)} <span className="text-muted">{t(`preview.because.${reasonOf(because)}`)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
