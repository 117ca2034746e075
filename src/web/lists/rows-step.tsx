// The list itself: pasted from a spreadsheet, typed, or read from a file; then what each of its columns holds.
import { FileUp } from 'lucide-react'
import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react'
import { readSheet } from '../../domain/bulk/read-sheet.ts'
import { rowsMax } from '../../server/bulk/contract.ts'
import { addressOf } from '../api.ts'
import { startDownload } from '../exports/start-download.ts'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/textarea.tsx'
import type { Taken } from './add-list-screen.tsx'
import { ColumnMapping } from './column-mapping.tsx'
import { isEnough } from './mapped-rows.ts'
import { readFileAsText } from './read-file.ts'

export type RowsStepProps = {
  organisation: string
  taken: Taken | undefined
  onTake: (taken: Taken | undefined) => void
  onNext: () => void
}

export function RowsStep({ organisation, taken, onTake, onNext }: RowsStepProps) {
  const t = useTexts()
  const [typed, type] = useState('')
  const [isTried, attempt] = useState(false)
  const read = (text: string) => {
    const sheet = readSheet(text)
    if (sheet.rows.length > 0) onTake({ sheet, columns: sheet.columns })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!taken) read(typed)
    else if (isEnough(taken.columns) && taken.sheet.rows.length <= rowsMax) onNext()
    attempt(true)
  }
  const wrong = taken ? wrongIn(taken) : isTried && typed.trim() === '' ? 'lists.add.empty' : undefined
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6" aria-labelledby="list-rows">
      <header className="flex flex-col gap-1">
        <h2 id="list-rows" className="text-lg font-semibold">
          {t('lists.add.rows.title')}
        </h2>
        <p className="max-w-prose text-muted">{t('lists.add.rows.what')}</p>
      </header>
      {taken ? (
        <ColumnMapping taken={taken} onChange={(columns) => onTake({ ...taken, columns })} onReplace={() => onTake(undefined)} />
      ) : (
        <Sources organisation={organisation} typed={typed} onType={type} onRead={read} />
      )}
      {wrong && (
        <Banner tone="warning" urgent>
          {t(wrong)}
        </Banner>
      )}
      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" kind="primary">
          {t('common.continue')}
        </Button>
      </footer>
    </form>
  )
}

function wrongIn({ sheet, columns }: Taken): string | undefined {
  if (sheet.rows.length > rowsMax) return 'lists.add.too_many'
  return isEnough(columns) ? undefined : 'lists.add.no_address'
}

type SourcesProps = { organisation: string; typed: string; onType: (text: string) => void; onRead: (text: string) => void }

function Sources({ organisation, typed, onType, onRead }: SourcesProps) {
  const t = useTexts()
  const file = useRef<HTMLInputElement>(null)
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\n\t]/.test(text)) return
    event.preventDefault()
    onRead(text)
  }
  const template = () => startDownload(addressOf('/api/o/{organisation}/lists/template', { params: { organisation } }))
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Textarea
        label={t('lists.add.paste')}
        hint={t('lists.add.paste.hint')}
        rows={8}
        value={typed}
        onChange={onType}
        onPaste={paste}
        spellCheck={false}
      />
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('lists.add.file')}
          onChange={({ currentTarget: { files } }) => files?.[0] && void readFileAsText(files[0]).then(onRead)}
        />
        <Button icon={<FileUp aria-hidden="true" />} onClick={() => file.current?.click()}>
          {t('lists.add.file')}
        </Button>
        <span className="max-sm:-ml-3">
          <Button kind="quiet" onClick={template}>
            {t('lists.add.template')}
          </Button>
        </span>
      </div>
    </div>
  )
}
