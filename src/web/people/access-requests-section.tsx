// What collaborators ask for, and the answer: never one's own. Collaborators see what they asked for themselves.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type AccessRequestShown,
  approveAccess,
  declineAccess,
  type listAccessRequests,
  listAccessRequests as listContract,
  withdrawAccess,
} from '../../server/access-requests/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Badge } from '../ui/status.tsx'
import { useCommand } from '../use-command.ts'
import { useHowLong } from './how-long.ts'

type Requests = z.output<typeof listAccessRequests.answer>['requests']
const shown = 12

export function AccessRequestsSection({ organisation }: { organisation: string }) {
  const t = useTexts()
  const { data } = useSuspenseQuery(api.query(listContract, '/api/o/{organisation}/access-requests', { params: { organisation } }))
  const requests: Requests = data.requests
  if (requests.length === 0) return null
  return (
    <SectionCard title={t('people.asked')} description={t('people.asked.what')}>
      <ul className="flex flex-col divide-y divide-line">
        {requests.slice(0, shown).map((request) => (
          <li key={request.id} className="py-3 first:pt-0 last:pb-0">
            <RequestRow organisation={organisation} request={request} />
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function RequestRow({ organisation, request }: { organisation: string; request: AccessRequestShown }) {
  const t = useTexts()
  const formats = useFormats()
  const howLong = useHowLong()
  const { person, customer, rights, hours, why, approvedBy, approversNeeded } = request
  const what = rights === null ? t('people.asked.customer') : formats.list(rights.map((right) => t(`rights.${right}.name`)))
  return (
    <div className="flex flex-col gap-3 sm:flex-row sm:items-start sm:justify-between">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="wrap-anywhere font-medium">{t('people.asked.line', { person: person.name, customer })}</span>
          {request.state !== 'open' && <Badge>{t(`people.asked.state.${request.state}`)}</Badge>}
        </p>
        <p className="wrap-anywhere text-sm">{what}</p>
        <p className="wrap-anywhere text-sm text-muted">
          <q>{why}</q>
        </p>
        <p className="text-sm text-muted">
          {[howLong(hours), formats.dateTime(request.askedAt)].join(' · ')}
          {request.until && ` · ${t('people.asked.until', { date: formats.dateTime(request.until) })}`}
        </p>
        {request.state === 'open' && approversNeeded === 2 && (
          <p className="text-sm text-muted">{t('people.asked.two', { count: approvedBy.length, people: formats.list(approvedBy) })}</p>
        )}
      </div>
      <Answer organisation={organisation} request={request} />
    </div>
  )
}

function Answer({ organisation, request }: { organisation: string; request: AccessRequestShown }) {
  const t = useTexts()
  const at = '/api/o/{organisation}/access-requests/{request}'
  const params = { organisation, request: request.id }
  const approve = useCommand({
    run: () => api.post(approveAccess, `${at}/approve`, { params }),
    done: ({ state }) => t(`people.asked.approved.${state}`, { person: request.person.name }),
  })
  const decline = useCommand({
    run: () => api.post(declineAccess, `${at}/decline`, { params }),
    done: () => t('people.asked.declined', { person: request.person.name }),
  })
  const withdraw = useCommand({
    run: () => api.post(withdrawAccess, `${at}/withdraw`, { params }),
    done: () => t('people.asked.withdrawn'),
  })
  if (request.may.length === 0) return null
  return (
    <div className="flex shrink-0 flex-wrap gap-2">
      {request.may.includes('approve') && (
        <Button size="small" busy={approve.isPending} onClick={() => approve.mutate(undefined)}>
          {t('people.asked.approve')}
        </Button>
      )}
      {request.may.includes('decline') && (
        <Button size="small" busy={decline.isPending} onClick={() => decline.mutate(undefined)}>
          {t('people.asked.decline')}
        </Button>
      )}
      {request.may.includes('withdraw') && (
        <Button size="small" kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('people.asked.withdraw')}
        </Button>
      )}
    </div>
  )
}
