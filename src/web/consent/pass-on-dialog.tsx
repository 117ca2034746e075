// Hands the request to somebody who may decide: a legal representative by name, or anybody by address. Loaded when it is wanted, so it begins open.
import { Forward } from 'lucide-react'
import { useState } from 'react'
import { passOnRequest } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { problemText } from '../problem.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'

export type PassOnDialogProps = {
  token: string
  partner: string
  organisationId: string | null
  representatives: readonly { readonly id: string; readonly name: string }[]
  onPassedOn: (to: string) => void
}

const byAddress = 'address'

export function PassOnDialog({ token, partner, organisationId, representatives, onPassedOn }: PassOnDialogProps) {
  const t = useTexts()
  const [isOpen, open] = useState(true)
  const [person, choose] = useState<string>(representatives[0]?.id ?? byAddress)
  const [email, type] = useState('')
  const isAddress = person === byAddress || organisationId === null
  const passOn = useCommand({
    run: () =>
      api.post(passOnRequest, '/api/requests/{token}/pass-on', {
        params: { token },
        body: isAddress ? { email } : { organisationId, personId: person },
      }),
    refreshes: '/none',
    problems: 'inline',
    after: ({ to }) => onPassedOn(to),
  })
  const error = passOn.isError ? problemText(t, passOn.error) : undefined
  return (
    <Dialog
      title={t('consent.pass_on.title')}
      description={t('consent.pass_on.why', { partner })}
      open={isOpen}
      onOpenChange={open}
      trigger={
        <Button kind="quiet" icon={<Forward />}>
          {t('common.pass_on')}
        </Button>
      }
      actions={
        <Button kind="primary" busy={passOn.isPending} disabled={isAddress && email.trim() === ''} onClick={() => passOn.mutate(undefined)}>
          {t('common.pass_on')}
        </Button>
      }
    >
      {representatives.length > 0 && organisationId !== null && (
        <Select
          label={t('consent.pass_on.person')}
          options={[
            ...representatives.map(({ id, name }) => ({ value: id, label: name })),
            { value: byAddress, label: t('consent.pass_on.other') },
          ]}
          value={person}
          onChange={choose}
          error={isAddress ? undefined : error}
        />
      )}
      {isAddress && (
        <TextInput label={t('consent.pass_on.email')} type="email" autoComplete="off" value={email} onChange={type} error={error} />
      )}
    </Dialog>
  )
}
