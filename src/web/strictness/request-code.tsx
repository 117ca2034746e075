// The request code as those who lead the organisation see it: what it is for, the digits, and a new one when it got about.
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { getRequestCode, renewRequestCode } from '../../server/strictness/request-code-contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useCommand } from '../use-command.ts'

const path = '/api/o/{organisation}/request-code'

/** Nothing where anybody may ask. */
export function RequestCode({ organisation, mayRenew = true }: { organisation: string; mayRenew?: boolean | undefined }) {
  const t = useTexts()
  const { data } = useQuery(api.query(getRequestCode, path, { params: { organisation } }))
  if (!data || data.code === null) return null
  const { code, mayChange } = data
  return (
    <section aria-label={t('strictness.code')} className="flex flex-col gap-3 rounded-md border border-line bg-sunken px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 grow">
          <h3 className="text-sm text-muted">{t('strictness.code')}</h3>
          <p className="text-lg font-semibold tabular-nums">{inGroups(code)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={inGroups(code)} label={t('strictness.code.copy')} />
          {mayRenew && mayChange && <Renew organisation={organisation} />}
        </div>
      </div>
      <p className="max-w-prose text-sm text-muted">{t('strictness.code.what')}</p>
    </section>
  )
}

function Renew({ organisation }: { organisation: string }) {
  const t = useTexts()
  const [isOpen, open] = useState(false)
  const renew = useCommand({
    run: () => api.post(renewRequestCode, path, { params: { organisation }, body: {} }),
    done: () => t('strictness.code.renewed'),
    after: () => open(false),
  })
  return (
    <>
      <Button size="small" icon={<KeyRound />} onClick={() => open(true)}>
        {t('strictness.code.renew')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={open}
        kind="primary"
        title={t('strictness.code.renew.title')}
        confirm={t('strictness.code.renew')}
        busy={renew.isPending}
        onConfirm={() => renew.mutate(undefined)}
      >
        {t('strictness.code.renew.what')}
      </ConfirmDialog>
    </>
  )
}

/** As people read it to each other on the phone. */
const inGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
