// The frame around everything below /c/$partnership: on behalf of a customer, in a visit. Violet, named, and over as soon as it is over.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getActingShell } from '../../server/visits/contract.ts'
import { api } from '../api.ts'
import { wasLedHere } from '../arrival.ts'
import { useParam } from '../place.ts'
import { Problem } from '../problem.ts'
import { forget, refresh } from '../query-client.ts'
import { ActingFrame } from './acting-frame.tsx'
import { EnterVisit } from './enter-visit.tsx'
import { PendingPage } from './pending-page.tsx'
import type { TypedText } from './typed-texts.ts'
import { type EndedVisit, VisitEndedPage } from './visit-ended-page.tsx'

export function ActingShell() {
  const partnership = useParam('partnership')
  return <Acting key={partnership} partnership={partnership} />
}

function Acting({ partnership }: { partnership: string }) {
  const base = `/api/c/${partnership}`
  const [ended, setEnded] = useState<EndedVisit>()
  const [isEntering, setEntering] = useState(false)
  /** What was not saved in the visit before, and was not copied perhaps. */
  const [kept, keep] = useState<readonly TypedText[]>([])
  if (ended) {
    const again = () => {
      keep(ended.typed)
      setEnded(undefined)
      setEntering(true)
    }
    return <VisitEndedPage visit={ended} onAgain={again} />
  }
  if (isEntering) {
    const entered = () => {
      forget(base)
      setEntering(false)
    }
    return <EnterVisit partnership={partnership} onEntered={entered} />
  }
  const end = (visit: EndedVisit) => {
    setEnded(visit)
    forget(base)
  }
  return <Inside partnership={partnership} kept={kept} onEnded={end} onAgain={() => setEntering(true)} />
}

type InsideProps = {
  partnership: string
  kept: readonly TypedText[]
  onEnded: (visit: EndedVisit) => void
  onAgain: () => void
}

function Inside({ partnership, kept, onEnded, onAgain }: InsideProps) {
  const base = `/api/c/${partnership}`
  const { data, error } = useQuery(api.query(getActingShell, '/api/c/{partnership}/shell', { params: { partnership } }))
  const [wasInside, noticeInside] = useState(false)
  if (data && !wasInside) noticeInside(true)
  const why = whyOver(error)
  const isMeant = why !== undefined && !wasInside && wasLedHere() && endedWithoutOthers.has(why)
  if (isMeant || (error instanceof Problem && error.code === 'visit_needed'))
    return <EnterVisit partnership={partnership} onEntered={() => void refresh(base)} />
  if (why) return <VisitEndedPage visit={{ why, by: null, customer: data?.customer.name, typed: [] }} onAgain={onAgain} />
  if (error && !data) throw error
  return data ? <ActingFrame data={data} base={base} kept={kept} onEnded={onEnded} /> : <PendingPage />
}

/** Whoever opens the customer after these means to begin a visit, as for the first time; what others ended is read first. Whoever leaves begins none. */
const endedWithoutOthers = new Set<EndedVisit['why']>(['left', 'idle', 'too_long'])

/** Why nothing can be shown, as far as a page opened anew is told. */
function whyOver(error: unknown): EndedVisit['why'] | undefined {
  if (!(error instanceof Problem)) return undefined
  return error.visitEnded ?? (error.code === 'visit_over' ? 'unknown' : undefined)
}
