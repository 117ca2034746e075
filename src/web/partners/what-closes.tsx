// What closes at once, said before anybody presses: beside the button that stops a partner, and above what takes rights away.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { type narrowRights, previewNarrowing, previewStopping } from '../../server/partners/change-contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { useSettled } from '../ui/use-settled.ts'
import type { Of } from './partners-data.ts'

const path = '/api/o/{organisation}/partnerships/{partnership}'
type Closing = Partial<z.output<typeof previewStopping.answer>>

/** Nothing where nothing but the access itself ends. */
export function StopFollows({ of }: { of: Of }) {
  const t = useTexts()
  const formats = useFormats()
  const { data } = useQuery(api.query(previewStopping, `${path}/stopping`, { params: of }))
  const list = data ? said(t, data) : []
  if (list.length === 0) return null
  return <p className="max-w-prose">{t('partners.stop.follows', { list: formats.list(list) })}</p>
}

/** The server tries it: whoever is still ticking is not asked for. */
const calmMs = 400

/** Of rights that are taken away on screen and not saved yet; undefined where nothing closes with them. */
export function useNarrowingFollows(of: Of, body: z.input<typeof narrowRights.body> | undefined): string | undefined {
  const t = useTexts()
  const formats = useFormats()
  const asked = JSON.stringify(body)
  const isSettled = useSettled(asked, calmMs) === asked
  const { data } = useQuery({
    queryKey: [`/api/o/${of.organisation}/partnerships/${of.partnership}/narrow/preview`, asked],
    queryFn: () => (body ? api.post(previewNarrowing, `${path}/narrow/preview`, { params: of, body }) : null),
    enabled: body !== undefined && isSettled,
    staleTime: 0,
  })
  const list = body && data ? said(t, data) : []
  return list.length === 0 ? undefined : t('partners.narrow.follows', { list: formats.list(list) })
}

function said(t: Translate, { visitsNow = [], tokens = 0, waysIn = [], waysLeft = [] }: Closing): readonly string[] {
  const counted = [
    ['visits', visitsNow.length],
    ['tokens', tokens],
    ['ways_in', waysIn.length],
    ['ways_left', waysLeft.length],
  ] as const
  return counted.filter(([, count]) => count > 0).map(([what, count]) => t(`partners.closing.${what}`, { count }))
}
