// Add customer: who, what, check. Whoever may not ask reads why, and whom to ask.
import { mayDo } from '../../../domain/who-may.ts'
import { OneOrMany } from '../../lists/one-or-many.tsx'
import { useParam } from '../../place.ts'
import { HelpLink } from '../../shell/help-link.tsx'
import { useMe } from '../../shell/me.ts'
import { usePageTitle } from '../../shell/page-title.tsx'
import { useTexts } from '../../texts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CannotAdd } from './cannot-add.tsx'
import { Wizard } from './wizard.tsx'

export function AddCustomerScreen() {
  const t = useTexts()
  const organisation = useParam('organisation')
  const { person, organisations } = useMe()
  const own = organisations.find(({ id }) => id === organisation)
  usePageTitle(t('common.add_customer'))
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
          <OneOrMany organisation={organisation} shown="one" />
          <Wizard key={own.id} own={own} personId={person.id} />
        </>
      ) : (
        <CannotAdd organisation={organisation} isPartner={own?.isPartner ?? false} />
      )}
    </div>
  )
}
