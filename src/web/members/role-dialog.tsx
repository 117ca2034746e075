// Another role for a member, with what each role is.
import { useState } from 'react'
import type { Role } from '../../domain/organisation.ts'
import { changeRole } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useCommand } from '../use-command.ts'
import type { Member } from './members-screen.tsx'
import { RoleChoice } from './role-choice.tsx'

export function RoleDialog({ organisation, member, onClose }: { organisation: string; member: Member; onClose: () => void }) {
  const t = useTexts()
  const { name, personId } = member
  const [role, choose] = useState<Role>(member.role)
  const change = useCommand({
    run: () =>
      api.patch(changeRole, '/api/o/{organisation}/members/{person}', { params: { organisation, person: personId }, body: { role } }),
    done: () => t('members.role.changed', { name, role: t(`roles.${role}`) }),
    after: onClose,
    signed: onClose,
  })
  return (
    <Dialog
      title={t('members.role.title', { name })}
      open
      onOpenChange={(open) => open || onClose()}
      actions={
        <>
          <Button kind="primary" busy={change.isPending} disabled={role === member.role} onClick={() => change.mutate(undefined)}>
            {t('members.role.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <RoleChoice roles={[member.role, ...member.mayBecome]} role={role} onChange={choose} />
      {role === 'collaborator' && role !== member.role && <p className="text-muted">{t('members.role.visits_end')}</p>}
    </Dialog>
  )
}
