// Adding many customers: paste or upload a list, say what each column holds, choose what to ask for; the check comes on the list's own page.
import { useState } from 'react'
import type { Sheet } from '../../domain/bulk/read-sheet.ts'
import { mayDo } from '../../domain/who-may.ts'
import { useParam } from '../place.ts'
import { CannotAdd } from '../requests/add-customer/cannot-add.tsx'
import { HelpLink } from '../shell/help-link.tsx'
import { type OwnOrganisation, useMe } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.tsx'
import { useTexts } from '../texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { AskList } from './ask-list.tsx'
import type { Mapping } from './mapped-rows.ts'
import { OneOrMany } from './one-or-many.tsx'
import { RowsStep } from './rows-step.tsx'

export function AddListScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const { person, organisations } = useMe()
  const own = organisations.find(({ id }) => id === organisation)
  usePageTitle(t('lists.add.title'))
  const mayAsk = own?.isPartner && mayDo('prepare', { side: 'partner', role: own.role })
  return (
    <div className="flex max-w-6xl flex-col gap-6">
      <PageHeader
        title={t('common.add_customer')}
        crumbs={[{ label: t('shell.nav.customers'), link: { to: '/o/$organisation/customers', params: { organisation } } }]}
        help={<HelpLink />}
      />
      {own && mayAsk ? (
        <>
          <OneOrMany organisation={organisation} shown="many" />
          <Steps own={own} personId={person.id} />
        </>
      ) : (
        <CannotAdd organisation={organisation} isPartner={own?.isPartner ?? false} />
      )}
    </div>
  )
}

export type Taken = { readonly sheet: Sheet; readonly columns: Mapping }

function Steps({ own, personId }: { own: OwnOrganisation; personId: string }) {
  const t = useTexts()
  const [taken, take] = useState<Taken>()
  const [step, open] = useState(0)
  const steps = ['rows', 'what', 'check'].map((name) => t(`lists.add.step.${name}`))
  return (
    <div className="flex flex-col gap-8">
      <Stepper label={t('add-customer.steps')} steps={steps} current={step} onBack={open} />
      {step === 0 || !taken ? (
        <RowsStep organisation={own.id} taken={taken} onTake={take} onNext={() => open(1)} />
      ) : (
        <AskList own={own} personId={personId} taken={taken} onBack={() => open(0)} />
      )}
    </div>
  )
}
