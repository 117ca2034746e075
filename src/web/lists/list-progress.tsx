// How far the list has come: in numbers, in words, and while it moves as a bar that is spoken too.
import type { List } from '../../server/bulk/contract.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { Progress } from '../ui/progress.tsx'
import { Stat, StatGrid } from '../ui/stat.tsx'
import { Status } from '../ui/status.tsx'
import { lookOfResult, lookOfState } from './list-words.ts'

export function ListProgress({ list }: { list: List }) {
  const t = useTexts()
  const counts = inOrder(list.startedAt === null ? list.verdicts : list.results)
  return (
    <section className="flex flex-col gap-4" aria-label={t('lists.progress')}>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
        <Status {...lookOfState(list.state)}>{t(`lists.state.${list.state}`)}</Status>
        <Who list={list} />
      </p>
      <State list={list} />
      {counts.length > 0 && (
        <StatGrid>
          {counts.map(([result, count]) => (
            <Stat key={result} label={t(`lists.result.${result}`)} value={<Counted result={result} count={count} />} />
          ))}
        </StatGrid>
      )}
    </section>
  )
}

const good = ['will_send', 'will_do', 'sent', 'done']
/** What goes well first. */
const inOrder = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).toSorted(([one], [other]) => Number(good.includes(other)) - Number(good.includes(one)) || one.localeCompare(other))

function Counted({ result, count }: { result: string; count: number }) {
  const formats = useFormats()
  return <Status {...lookOfResult(result)}>{formats.number(count)}</Status>
}

function Who({ list: { createdBy, createdAt, startedBy, startedAt } }: { list: List }) {
  const t = useTexts()
  const formats = useFormats()
  return (
    <span className="text-muted">
      {startedBy === null || startedAt === null
        ? t('lists.made_by', { person: createdBy.name, at: formats.dateTime(createdAt) })
        : t('lists.started_by', { person: startedBy.name, at: formats.dateTime(startedAt) })}
    </span>
  )
}

function State({ list }: { list: List }) {
  const t = useTexts()
  const formats = useFormats()
  const { state, going, left, rows, reason, waitsUntil } = list
  const done = rows - left
  if (state === 'checking') return <Progress label={t('lists.checking')} value={null} />
  if (state === 'running' && waitsUntil !== null)
    return <Banner>{t('lists.waits', { at: formats.dateTime(waitsUntil), count: left })}</Banner>
  if (state === 'running') {
    return (
      <Progress
        label={t('lists.running')}
        value={done}
        max={rows}
        hint={t('lists.so_far', { done: formats.number(done), rows: formats.number(rows) })}
      />
    )
  }
  if (state === 'ready' && going === 0) return <Banner tone="warning">{t('lists.nothing_goes')}</Banner>
  if (state === 'ready') return <Waits list={list} />
  if (state === 'prepared')
    return <Banner tone="warning">{t(list.may.includes('start') ? 'lists.release_me' : 'lists.release_needed', { count: going })}</Banner>
  if (state === 'held') return <Banner tone="warning">{t(reason === 'too_many_refusals' ? 'lists.held_refusals' : 'lists.held')}</Banner>
  if (state === 'stopped')
    return (
      <Banner tone="danger">{t(reason === 'starter_left' ? 'lists.stopped_left' : 'lists.stopped_role', { count: rows - done })}</Banner>
    )
  if (state === 'done') return <LiveRegion>{t('lists.is_done')}</LiveRegion>
  return null
}

/** Said before the start: what goes now, and what only tomorrow. */
function Waits({ list: { verdicts, going } }: { list: List }) {
  const t = useTexts()
  const waiting = going - (verdicts['will_send'] ?? 0) - (verdicts['will_do'] ?? 0)
  if (waiting <= 0) return null
  return <Banner tone="warning">{t('lists.will_wait', { count: waiting })}</Banner>
}
