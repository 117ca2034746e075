// Requests that wait for release: a legal representative reviews and releases them, an administrator sees that they wait.
import { useQuery } from '@tanstack/react-query'
import { lazy, memo, Suspense, useState } from 'react'
import { mayDo } from '../../domain/who-may.ts'
import { listPrepared } from '../../server/requests/prepared-contract.ts'
import { api } from '../api.ts'
import { useMe } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { usePeople } from './add-customer/use-people.ts'

const ReleasePreparedDialog = lazy(async () => ({ default: (await import('./release-prepared-dialog.tsx')).ReleasePreparedDialog }))

export const ReleasePrepared = memo(function ReleasePrepared({ organisation }: { organisation: string }) {
  const own = useMe().organisations.find(({ id }) => id === organisation)
  if (!own?.isPartner || !mayDo('prepare', { side: 'partner', role: own.role })) return null
  return <Waiting organisation={organisation} mayRelease={mayDo('release', { side: 'partner', role: own.role })} />
})

function Waiting({ organisation, mayRelease }: { organisation: string; mayRelease: boolean }) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  const prepared = useQuery(api.query(listPrepared, '/api/o/{organisation}/requests/prepared', { params: { organisation } }))
  const requests = prepared.data?.requests ?? []
  const count = requests.length
  return (
    <>
      {count > 0 && (
        <Banner
          title={t(mayRelease ? 'add-customer.release.waiting' : 'add-customer.release.waiting_others', { count })}
          actions={
            <Button size="small" onClick={() => open(true)}>
              {t(mayRelease ? 'add-customer.release.review' : 'add-customer.release.see')}
            </Button>
          }
        >
          {mayRelease ? undefined : <WhoReleases organisation={organisation} />}
        </Banner>
      )}
      {isOpen && (
        <Suspense>
          <ReleasePreparedDialog {...{ organisation, mayRelease, requests }} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  )
}

function WhoReleases({ organisation }: { organisation: string }) {
  const t = useTexts()
  const people = usePeople(organisation, ['legal_representative'])
  return people === '' ? null : t('add-customer.release.who', { people })
}
