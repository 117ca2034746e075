// ⋮ — everything one can do with a customer beside opening its Manager: what the state of things does not allow is left out.
import { FilePen, Link2, type LucideIcon, MailPlus, PencilLine, Send, ShieldPlus, Undo2, Unlink, UserRound, Users } from 'lucide-react'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import type { CustomerAct } from '../../domain/managed-customer.ts'
import type { CustomerRow } from '../../server/managed-customers/contract.ts'
import { CustomerExportItems } from '../exports/customer-export-items.tsx'
import { useTexts } from '../texts.tsx'
import { MenuItem, MenuLink, MenuSeparator, MoreMenu } from '../ui/menu.tsx'
import type { CustomerDialogProps } from './customer-dialog.ts'

export type CustomerActionsMenuProps = {
  organisation: string
  customer: CustomerRow
  /** On the profile itself there is nothing to link to. */
  withoutProfile?: boolean | undefined
  /** It was pressed already, before it was there. */
  startsOpen?: boolean | undefined
}

/** Each is loaded when it is asked for. */
const dialogs = {
  assign: lazy(async () => ({ default: (await import('../assignments/assign-people-dialog.tsx')).AssignPeopleDialog })),
  ask_for_more: lazy(async () => ({ default: (await import('./more-rights-dialog.tsx')).MoreRightsDialog })),
  release: lazy(async () => ({ default: (await import('./release-dialog.tsx')).ReleaseDialog })),
  resend: lazy(async () => ({ default: (await import('./resend-dialog.tsx')).ResendDialog })),
  correct_address: lazy(async () => ({ default: (await import('./correct-address-dialog.tsx')).CorrectAddressDialog })),
  copy_link: lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog })),
  withdraw: lazy(async () => ({ default: (await import('./withdraw-dialog.tsx')).WithdrawDialog })),
  end: lazy(async () => ({ default: (await import('./end-partnership-dialog.tsx')).EndPartnershipDialog })),
} satisfies Partial<Record<CustomerAct, ComponentType<CustomerDialogProps>>>

type Asked = keyof typeof dialogs

export function CustomerActionsMenu({ organisation, customer, withoutProfile = false, startsOpen = false }: CustomerActionsMenuProps) {
  const t = useTexts()
  const [asked, ask] = useState<Asked>()
  const [isOpen, open] = useState(startsOpen)
  const Opened = asked && dialogs[asked]
  const item = (act: Asked, text: string, Icon: LucideIcon) =>
    customer.may.includes(act) && (
      <MenuItem icon={<Icon aria-hidden="true" />} danger={act === 'end'} onSelect={() => ask(act)}>
        {text}
      </MenuItem>
    )
  if (withoutProfile && !customer.may.some((act) => act === 'export' || act === 'revise' || act in dialogs)) return null
  const ends = customer.may.some((act) => act === 'withdraw' || act === 'end')
  return (
    <>
      <MoreMenu label={t('requests.menu', { customer: customer.name })} open={isOpen} onOpenChange={open}>
        {!withoutProfile && (
          <MenuLink
            icon={<UserRound aria-hidden="true" />}
            to="/o/$organisation/customers/$customer"
            params={{ organisation, customer: customer.id }}
          >
            {t('requests.menu.profile')}
          </MenuLink>
        )}
        {item('assign', t('requests.menu.assign'), Users)}
        {item('ask_for_more', t('requests.menu.more'), ShieldPlus)}
        <WaitingNotes customer={customer} />
        {item('release', t('requests.menu.release'), Send)}
        {customer.may.includes('revise') && (
          <MenuLink
            icon={<FilePen aria-hidden="true" />}
            to="/o/$organisation/customers/$customer/revise"
            params={{ organisation, customer: customer.id }}
          >
            {t('requests.menu.revise')}
          </MenuLink>
        )}
        {item('resend', t('requests.menu.resend'), MailPlus)}
        {item('correct_address', t('requests.menu.correct'), PencilLine)}
        {item('copy_link', t('requests.menu.link'), Link2)}
        {customer.may.includes('export') && <CustomerExportItems organisation={organisation} customer={customer} />}
        {ends && <MenuSeparator />}
        {item('withdraw', t('requests.menu.withdraw'), Undo2)}
        {item('end', t('requests.menu.end'), Unlink)}
      </MoreMenu>
      {Opened && (
        <Suspense>
          <Opened organisation={organisation} customer={customer} onClose={() => ask(undefined)} />
        </Suspense>
      )}
    </>
  )
}

/** What one would expect here and cannot do now, with the reason. */
function WaitingNotes({ customer }: Pick<CustomerActionsMenuProps, 'customer'>) {
  const t = useTexts()
  const isLeader = customer.may.includes('withdraw') || customer.may.includes('end')
  const cannotRelease = customer.status === 'prepared' && isLeader && !customer.may.includes('release')
  const mustWait = customer.may.includes('end') && !customer.may.includes('ask_for_more')
  return (
    <>
      {cannotRelease && (
        <MenuItem icon={<Send aria-hidden="true" />} hint={t('requests.menu.release.who')} disabled onSelect={nothing}>
          {t('requests.menu.release')}
        </MenuItem>
      )}
      {mustWait && (
        <MenuItem icon={<ShieldPlus aria-hidden="true" />} hint={t('requests.menu.more.waiting')} disabled onSelect={nothing}>
          {t('requests.menu.more')}
        </MenuItem>
      )}
    </>
  )
}

const nothing = () => undefined
