// The rights, terms and reasons of a request as they are, to be changed and sent as the next version.
import { useNavigate } from '@tanstack/react-router'
import { Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { CustomerRow } from '../../../server/managed-customers/contract.ts'
import { reviseRequest } from '../../../server/requests/revise-contract.ts'
import { api } from '../../api.ts'
import { SaveProblem } from '../../save-problem.tsx'
import type { OwnOrganisation } from '../../shell/me.ts'
import { useTexts } from '../../texts.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraftOf } from '../../use-draft-of.ts'
import { today } from '../add-customer/days.ts'
import { type Draft, emptyDraft, mutable } from '../add-customer/draft.ts'
import { askingOf, termsIn } from '../add-customer/draft-template.ts'
import { bodyOf, stepOf, type Wrong, wrongIn } from '../add-customer/request-body.ts'
import { codeIn, RequestCodeField } from '../add-customer/request-code-field.tsx'
import { WhatStep } from '../add-customer/what-step.tsx'
import { customerParams, ofCustomer, refreshes } from '../customer-dialog.ts'
import type { Profile } from '../offer.ts'

export type ReviseFormProps = { own: OwnOrganisation; customer: CustomerRow; proposal: NonNullable<Profile['proposal']> }

export function ReviseForm({ own, customer, proposal }: ReviseFormProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const { draft, change, isChangedByOthers, unsaid } = useDraftOf<Draft>(draftOf(proposal), proposal.number)
  const [isTried, attempt] = useState(false)
  const wrong = whatIsWrong(wrongIn(draft, { isVerified: own.isVerifiedPartner, today: today() }))
  const profile = { to: '/o/$organisation/customers/$customer', params: { organisation: own.id, customer: customer.id } } as const
  const send = useCommand({
    run: () => {
      const { what, terms, validityDays } = bodyOf(draft)
      const params = customerParams({ organisation: own.id, customer })
      const body = { number: proposal.number, what, terms, validityDays, ...codeIn(draft.requestCode) }
      return api.post(reviseRequest, `${ofCustomer}/revise`, { params, body })
    },
    done: ({ state }) => t(`requests.revise.done.${state}`),
    refreshes: refreshes(own.id),
    problems: 'inline',
    after: () => void navigate(profile),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(true)
    if (Object.keys(wrong).length === 0) send.mutate(undefined)
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <WhatStep
        {...{ draft, onChange: change, organisation: own.id, partner: own.name, isVerified: own.isVerifiedPartner }}
        wrong={isTried ? wrong : {}}
      />
      <RequestCodeField
        value={draft.requestCode}
        onChange={(requestCode) => change({ requestCode })}
        error={isTried && wrong.requestCode !== undefined ? t(wrong.requestCode) : undefined}
      />
      <SaveProblem error={unsaid(send.error)} isChangedByOthers={isChangedByOthers} />
      <footer className="flex flex-wrap items-center gap-2 border-t border-line pt-6">
        <Button type="submit" kind="primary" icon={<Send aria-hidden="true" />} busy={send.isPending}>
          {t(`requests.revise.send.${proposal.state}`)}
        </Button>
        <ButtonLink kind="quiet" {...profile}>
          {t('common.cancel')}
        </ButtonLink>
      </footer>
    </form>
  )
}

function draftOf({ rights, terms }: ReviseFormProps['proposal']): Draft {
  const begun = emptyDraft('de')
  return { ...begun, ...termsIn(begun, terms as never), asking: mutable(askingOf(rights)), custom: null }
}

/** Whom it goes to is settled; the code it carries can be given anew. */
const whatIsWrong = (wrong: Wrong): Wrong =>
  Object.fromEntries(Object.entries(wrong).filter(([field]) => field === 'requestCode' || stepOf(field as never) === 'what'))
