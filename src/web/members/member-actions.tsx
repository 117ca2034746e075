// What one may do about a member: give another role, or remove them.
import { UserCog, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { removeMember } from '../../server/members/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { MenuItem, MoreMenu } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import type { Member } from './members-screen.tsx'
import { RoleDialog } from './role-dialog.tsx'

export function MemberActions({ organisation, member }: { organisation: string; member: Member }) {
  const t = useTexts()
  const { name, mayBecome, mayBeRemoved, personId } = member
  const [open, setOpen] = useState<'role' | 'remove'>()
  const remove = useCommand({
    run: () => api.delete(removeMember, '/api/o/{organisation}/members/{person}', { params: { organisation, person: personId } }),
    done: () => t('members.removed', { name }),
    after: () => setOpen(undefined),
    signed: () => setOpen(undefined),
  })
  if (mayBecome.length === 0 && !mayBeRemoved) return null
  return (
    <>
      <MoreMenu label={t('members.actions', { name })}>
        {mayBecome.length > 0 && (
          <MenuItem icon={<UserCog aria-hidden="true" />} onSelect={() => setOpen('role')}>
            {t('members.role.change')}
          </MenuItem>
        )}
        {mayBeRemoved && (
          <MenuItem icon={<UserMinus aria-hidden="true" />} danger onSelect={() => setOpen('remove')}>
            {t('members.remove')}
          </MenuItem>
        )}
      </MoreMenu>
      {open === 'role' && <RoleDialog organisation={organisation} member={member} onClose={() => setOpen(undefined)} />}
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={(next) => setOpen(next ? 'remove' : undefined)}
        title={t('members.remove.question', { name })}
        confirm={t('members.remove.do')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('members.remove.what')}
      </ConfirmDialog>
    </>
  )
}
