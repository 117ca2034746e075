// Says that a list is over to whoever started it, on whatever page they are by then: one quiet message, until they have seen it.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { z } from 'zod'
import { listFinished, seeFinished } from '../../server/bulk/finished-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { refresh } from '../query-client.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { toasts } from '../ui/toast-queue.ts'
import { titleOfList } from './list-words.ts'

type Finished = z.output<typeof listFinished.answer>['lists'][number]

export function FinishedLists({ organisation }: { organisation: string }) {
  const t = useTexts()
  const formats = useFormats()
  const navigate = useNavigate()
  const { bulk } = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>
  const { data } = useQuery(api.query(listFinished, '/api/o/{organisation}/lists/finished', { params: { organisation } }))
  // The page of a list says itself what became of it. The same lists are said once.
  const lists = useMemo(() => (data?.lists ?? []).filter(({ id }) => id !== bulk), [data, bulk])
  const said = sayingOf(t, formats, lists)
  const [title, label] = [said?.title, said?.label]
  useEffect(() => {
    const [newest, more] = lists
    if (newest === undefined || title === undefined || label === undefined) return
    const kind = lists.every(({ isCampaign }) => isCampaign) ? 'campaigns' : 'lists'
    const show = () =>
      more === undefined
        ? navigate({ to: `/o/$organisation/${kind}/$bulk`, params: { organisation, bulk: newest.id } })
        : navigate({ to: `/o/$organisation/${kind}`, params: { organisation } })
    return toasts.news({ title, action: { label, run: () => void show() }, seen: () => void see(organisation, lists) })
  }, [lists, title, label, organisation, navigate])
  return null
}

function sayingOf(t: Translate, formats: ReturnType<typeof useFormats>, [newest, ...more]: readonly Finished[]) {
  if (newest === undefined) return undefined
  if (more.length > 0) {
    const kind = [newest, ...more].every(({ isCampaign }) => isCampaign) ? 'campaigns' : 'lists'
    return { title: t(`lists.finished.many.${kind}`, { count: more.length + 1 }), label: t(`lists.finished.see_all.${kind}`) }
  }
  const counts = { what: titleOfList(t, newest), did: formats.number(newest.did), rows: formats.number(newest.rows) }
  return { title: t(`lists.finished.${newest.state}`, counts), label: t('lists.finished.see') }
}

/** Also from the page of a list. */
export async function see(organisation: string, lists: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of lists) {
    await api.post(seeFinished, '/api/o/{organisation}/lists/{bulk}/seen', { params: { organisation, bulk: id }, body: {} }).catch(() => {})
  }
  await refresh(`/api/o/${organisation}/lists`)
}
