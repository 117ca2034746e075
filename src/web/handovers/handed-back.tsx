// What was handed back when a partnership ended: the list for both sides, to read and to keep as a file.
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { z } from 'zod'
import type { handedBack } from '../../server/endings/contract.ts'
import { getHandback, getHandbackAsPartner } from '../../server/endings/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { SectionCard } from '../ui/section-card.tsx'

type List = z.output<typeof handedBack>

/** On the customer's page of a partner that is gone. */
export function HandedBackByPartner({ organisation, partnership }: { organisation: string; partnership: string }) {
  const { data } = useQuery(
    api.query(getHandback, '/api/o/{organisation}/partnerships/{partnership}/handback', { params: { organisation, partnership } }),
  )
  return data ? <HandedBack list={data} file={`/api/o/${organisation}/partnerships/${partnership}/handback/file`} /> : null
}

/** On the partner's profile of a customer it had. */
export function HandedBackToCustomer({ organisation, customer }: { organisation: string; customer: string }) {
  const params = { organisation, managedCustomer: customer }
  const { data } = useQuery(api.query(getHandbackAsPartner, '/api/o/{organisation}/customers/{managedCustomer}/handback', { params }))
  return data ? <HandedBack list={data} file={`/api/o/${organisation}/customers/${customer}/handback/file`} /> : null
}

function HandedBack({ list, file }: { list: List; file: string }) {
  const t = useTexts()
  const formats = useFormats()
  const { rights, people, visits, products, openOrders, members, waysIn } = list
  const ways = (closed: boolean) =>
    waysIn
      .filter((one) => one.closed === closed)
      .map(({ kind, name, product, madeBy }) =>
        t('handovers.back.way_in', { way: t(`products.way_in.${kind}`, { name, product }), person: madeBy }),
      )
  const used = (at: string | null, by: string | null) =>
    at === null ? t('handovers.back.unused') : t('handovers.back.used', { date: formats.date(at), person: by ?? '' })
  return (
    <SectionCard
      title={t('handovers.back')}
      description={t('handovers.back.what', { date: formats.longDate(list.at) })}
      actions={
        <a href={file} download className={buttonClass({ kind: 'secondary', size: 'small' })}>
          <Download aria-hidden="true" className="size-4" />
          CSV
        </a>
      }
    >
      <div className="flex flex-col gap-5 text-sm">
        <Part
          title={t('handovers.back.rights', { count: rights.length })}
          lines={rights.map(({ right, lastUsedAt, lastUsedBy }) => `${t(`rights.${right}.name`)} · ${used(lastUsedAt, lastUsedBy)}`)}
        />
        <Part title={t('handovers.back.people', { count: people.length })} lines={people} />
        <p>{t('handovers.back.visits', { count: visits.count })}</p>
        <Part
          title={t('handovers.back.products', { count: products.length })}
          lines={products.map(({ name, payer, customerPaysFrom }) =>
            customerPaysFrom === null
              ? t('handovers.back.payer', { product: name, payer })
              : t('handovers.back.falls', { product: name, date: formats.longDate(customerPaysFrom) }),
          )}
        />
        <Part
          title={t('handovers.back.orders', { count: openOrders.length })}
          lines={openOrders.map(({ number, issuedOn }) => `${number} · ${formats.date(issuedOn)}`)}
        />
        <Part title={t('handovers.back.members', { count: members.length })} lines={members} />
        <Part title={t('handovers.back.closed', { count: ways(true).length })} lines={ways(true)} />
        <Part title={t('handovers.back.still_works', { count: ways(false).length })} lines={ways(false)} />
      </div>
    </SectionCard>
  )
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{title}</h3>
      <ul className="flex list-disc flex-col gap-0.5 pl-5 text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
