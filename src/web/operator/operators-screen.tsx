// Who works for the provider in this console. Operators name each other; everybody needs a second factor.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { addOperator, listOperators, removeOperator } from '../../server/operator/contract.ts'
import { api } from '../api.ts'
import { useFormats } from '../formats.ts'
import { PersonInTable } from '../people/person-in-table.tsx'
import { useFault } from '../products/fault.ts'
import { FormDialog } from '../products/form-dialog.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useCommand } from '../use-command.ts'

type Operator = z.output<typeof listOperators.answer>['operators'][number]
const address = '/api/operator/operators'

export function OperatorsScreen() {
  const t = useTexts()
  const { person } = useMe()
  const { data } = useSuspenseQuery(api.query(listOperators, address, {}))
  const [isNaming, setNaming] = useState(false)
  const columns = useColumns(person.id)
  usePageTitle(t('operator.operators'))
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <PageHeader
        help={<HelpLink />}
        title={t('operator.operators')}
        count={data.operators.length}
        description={t('operator.operators.what')}
        actions={
          <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setNaming(true)}>
            {t('operator.operators.add')}
          </Button>
        }
      />
      <Table
        caption={t('operator.operators')}
        rows={data.operators}
        columns={columns}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        actions={(operator) => (operator.id === person.id ? null : <Dismiss operator={operator} />)}
      />
      {isNaming && <NameOperator onClose={() => setNaming(false)} />}
    </div>
  )
}

function useColumns(own: string): readonly Column<Operator>[] {
  const t = useTexts()
  const formats = useFormats()
  return [
    {
      id: 'name',
      header: t('common.name'),
      main: true,
      cell: ({ id, name, email }) => <PersonInTable name={name} email={email} isYou={id === own} />,
    },
    { id: 'since', header: t('operator.since'), cell: ({ addedAt }) => formats.date(addedAt) },
    { id: 'by', header: t('operator.operators.by'), cell: ({ addedBy }) => addedBy ?? t('operator.operators.command_line') },
  ]
}

function NameOperator({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const [email, setEmail] = useState('')
  const name = useCommand({
    run: () => api.post(addOperator, address, { body: { email: email.trim() } }),
    done: () => t('operator.operators.added'),
    refreshes: address,
    problems: 'inline',
    after: onClose,
  })
  const { at, whole } = useFault(name.error)
  return (
    <FormDialog
      title={t('operator.operators.add')}
      description={t('operator.operators.add.what')}
      submit={t('operator.operators.add')}
      busy={name.isPending}
      problem={whole}
      disabled={email.trim() === ''}
      onSubmit={() => name.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('common.email')}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={email}
        onChange={setEmail}
        error={at('email')}
      />
    </FormDialog>
  )
}

function Dismiss({ operator: { id, name } }: { operator: Operator }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const dismiss = useCommand({
    run: () => api.delete(removeOperator, `${address}/{person}`, { params: { person: id } }),
    done: () => t('operator.operators.removed', { name }),
    refreshes: address,
    after: () => setOpen(false),
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('operator.operators.remove')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('operator.operators.remove.title', { name })}
        confirm={t('operator.operators.remove')}
        busy={dismiss.isPending}
        onConfirm={() => dismiss.mutate(undefined)}
      >
        {t('operator.operators.remove.what')}
      </ConfirmDialog>
    </>
  )
}
