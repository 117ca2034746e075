// Customers a collaborator does not have, greyed, where the partner shows them: name, city and status, and a way to ask for one.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getAccessRules, listOtherCustomers } from '../../server/access-requests/contract.ts'
import { addressOf, api } from '../api.ts'
import { AskAccessDialog } from '../people/ask-access-dialog.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'
import { CustomerStatusMark } from './customer-status.tsx'

const path = '/api/o/{organisation}/other-customers'

export function OtherCustomers({ organisation, name, search }: { organisation: string; name: string; search: string }) {
  const t = useTexts()
  const [asked, ask] = useState<{ id: string; name: string }>()
  const params = { organisation }
  const query = search === '' ? {} : { search }
  const list = useInfiniteQuery({
    queryKey: [addressOf(path, { params, query })],
    queryFn: ({ pageParam, signal }) =>
      api.get(listOtherCustomers, path, { params, query: { ...query, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const rules = useQuery(api.query(getAccessRules, '/api/o/{organisation}/access-rules', { params }))
  const customers = list.data?.pages.flatMap((page) => page.customers) ?? []
  if (customers.length === 0) return null
  return (
    <SectionCard title={t('people.others', { organisation: name })} description={t('people.others.what')}>
      <ul className="flex flex-col divide-y divide-line text-muted">
        {customers.map((customer) => (
          <li key={customer.id} className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
            <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <span className="wrap-anywhere">{[customer.name, customer.city].filter(Boolean).join(', ')}</span>
              <CustomerStatusMark status={customer.status} />
            </span>
            {customer.request === null ? (
              <Button size="small" onClick={() => ask(customer)}>
                {t('people.ask')}
              </Button>
            ) : (
              <Badge>{t('people.ask.waiting')}</Badge>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="pt-3">
          <Button size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('people.others.more')}
          </Button>
        </div>
      )}
      {asked && (
        <AskAccessDialog
          organisation={organisation}
          customer={asked}
          missing={null}
          rightsHours={rules.data?.rightsHours ?? 1}
          onClose={() => ask(undefined)}
        />
      )}
    </SectionCard>
  )
}
