// A collaborator asks for a customer, or for rights of one they have: what, why, for how long.
import { type FormEvent, useState } from 'react'
import { mostHours } from '../../domain/access-request.ts'
import { isSensitive, type RightId } from '../../domain/rights/catalogue.ts'
import { askForAccess, whyMax } from '../../server/access-requests/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-frame.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCommand } from '../use-command.ts'
import { useHowLong } from './how-long.ts'

export type AskAccessProps = {
  organisation: string
  customer: { readonly id: string; readonly name: string }
  /** Rights one may ask for; null: the customer itself. */
  missing: readonly RightId[] | null
  /** For how long rights are given at most. */
  rightsHours: number
  onClose: () => void
}

const forCustomer = ['4', '24', '72', '168', '720', '2160', 'lasting'] as const
const forRights = [1, 2, 4, 8, 12, 24, 72, 168] as const

export function AskAccessDialog({ organisation, customer, missing, rightsHours, onClose }: AskAccessProps) {
  const t = useTexts()
  const howLong = useHowLong()
  const [rights, choose] = useState<readonly RightId[]>(missing?.length === 1 ? missing : [])
  const [why, tell] = useState('')
  const most = Math.min(rightsHours, rights.some(isSensitive) ? mostHours.sensitive : mostHours.rights)
  const lengths: readonly string[] = missing === null ? forCustomer : forRights.filter((hours) => hours <= most).map(String)
  const [wished, setLength] = useState<string>(missing === null ? '24' : '4')
  const length = lengths.includes(wished) ? wished : (lengths.at(-1) ?? '1')
  const ask = useCommand({
    run: () =>
      api.post(askForAccess, '/api/o/{organisation}/access-requests', {
        params: { organisation },
        body: {
          managedCustomerId: customer.id,
          rights: missing === null ? null : [...rights],
          hours: length === 'lasting' ? null : Number(length),
          why,
        },
      }),
    done: () => t('people.ask.done'),
    problems: 'inline',
    after: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate(undefined)
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(missing === null ? 'people.ask.title' : 'people.ask.title.rights', { customer: customer.name })}
      description={t('people.ask.what')}
    >
      <form className="flex flex-col gap-5" onSubmit={submit}>
        {missing !== null && (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">{t('people.ask.rights')}</legend>
            {missing.map((right) => (
              <Checkbox
                key={right}
                label={t(`rights.${right}.name`)}
                hint={isSensitive(right) ? t('people.ask.sensitive') : undefined}
                checked={rights.includes(right)}
                onChange={(on) => choose(on ? [...rights, right] : rights.filter((one) => one !== right))}
              />
            ))}
          </fieldset>
        )}
        <Textarea label={t('people.ask.why')} name="why" maxLength={whyMax} value={why} onChange={tell} />
        <Select
          label={t('people.ask.how_long')}
          options={lengths.map((value) => ({ value, label: howLong(value === 'lasting' ? null : Number(value)) }))}
          value={length}
          onChange={setLength}
        />
        {ask.error && (
          <p role="alert" className="text-sm text-danger-ink">
            {problemText(t, ask.error)}
          </p>
        )}
        <DialogActions inside>
          <Button
            type="submit"
            kind="primary"
            busy={ask.isPending}
            disabled={why.trim() === '' || (missing !== null && rights.length === 0)}
          >
            {t('people.ask.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
