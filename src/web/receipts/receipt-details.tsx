// Everything a receipt says, and the signed file for whoever wants to keep it or have it checked.
import { Download } from 'lucide-react'
import { startDownload } from '../exports/start-download.ts'
import { useFormats } from '../formats.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { type Definition, DefinitionList } from '../ui/definition-list.tsx'
import type { Receipt } from './receipts-data.ts'

export function ReceiptDetails({ organisation, receipt }: { organisation: string; receipt: Receipt }) {
  const t = useTexts()
  const file = (form: 'jws' | 'json') => () => startDownload(`/api/o/${organisation}/receipts/${receipt.id}/file?form=${form}`)
  return (
    <div className="flex flex-col gap-4">
      <DefinitionList items={useItems(receipt)} />
      <p className="max-w-prose text-sm text-muted">{t('receipts.signed')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon={<Download />} onClick={file('jws')}>
          {t('receipts.file.jws')}
        </Button>
        <Button size="small" icon={<Download />} onClick={file('json')}>
          {t('receipts.file.json')}
        </Button>
      </div>
    </div>
  )
}

function useItems(receipt: Receipt): readonly Definition[] {
  const t = useTexts()
  const formats = useFormats()
  const { at, by, closedAt, rights, people, what, visitsEnded, tokensEnded, waysIn, doors, told, position } = receipt
  const moment = (time: string) => `${formats.date(time)}, ${formats.timeOfDay(time)}`
  const item = (term: string, value: string | false): readonly Definition[] => (value === false ? [] : [{ term, value }])
  const named = (closed: boolean) => {
    const listed = waysIn.filter((one) => one.closed === closed)
    return (
      listed.length > 0 &&
      formats.list(listed.map(({ kind, name, product, madeBy }) => t(`receipts.ways_in.${kind}`, { name, product, person: madeBy })))
    )
  }
  const everywhere = t('receipts.doors', { nodes: doors.nodes, consoles: doors.consoles.length, names: formats.list(doors.consoles) })
  return [
    ...item(t('receipts.taken_back'), t('receipts.at_by', { time: moment(at), by })),
    ...item(t('receipts.rights'), rights.length > 0 && formats.list(rights.map((right) => t(`rights.${right}.name`)))),
    ...item(t('receipts.people'), what !== 'visit' && people.length > 0 && formats.list(people)),
    ...item(t('receipts.closed_at'), closedAt !== null && moment(closedAt)),
    ...item(t('receipts.where'), doors.byLease > 0 ? `${everywhere} ${t('receipts.by_lease', { count: doors.byLease })}` : everywhere),
    ...item(
      t('receipts.visits'),
      visitsEnded.length > 0 &&
        formats.list(visitsEnded.map(({ person, since }) => t('receipts.visit', { person, time: formats.dateTime(since) }))),
    ),
    ...item(t('receipts.tokens'), tokensEnded > 0 && formats.number(tokensEnded)),
    ...item(t('receipts.ways_in.closed_term'), named(true)),
    ...item(t(what === 'visit' ? 'receipts.ways_in.left_term' : 'receipts.ways_in.still_term'), named(false)),
    ...item(t('receipts.told_by_mail'), told.length > 0 && formats.list(told)),
    ...item(t('receipts.position'), position !== null && formats.number(position)),
  ]
}
