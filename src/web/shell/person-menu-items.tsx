// What the person's menu offers: account, appearance, signing out. It begins open: somebody has just pressed the button.
import { LogOut, ShieldCheck, UserRound } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { signOut } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { themes, useTheme } from '../theme.ts'
import { Menu, MenuChoices, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'
import type { PersonMenuProps } from './person-menu.tsx'

export function PersonMenuItems({ email, isOperator, trigger }: PersonMenuProps & { trigger: ReactElement }) {
  const t = useTexts()
  const [isOpen, open] = useState(true)
  const [theme, chooseTheme] = useTheme()
  const leave = useCommand({
    run: () => api.post(signOut, '/api/sign-out', {}),
    after: () => location.assign('/sign-in'),
  })
  return (
    <Menu trigger={trigger} open={isOpen} onOpenChange={open}>
      <MenuGroup label={email}>
        <MenuLink to="/account" icon={<UserRound aria-hidden="true" />}>
          {t('shell.person.account')}
        </MenuLink>
        {isOperator && (
          <MenuLink to="/operator" icon={<ShieldCheck aria-hidden="true" />}>
            {t('shell.person.operator')}
          </MenuLink>
        )}
      </MenuGroup>
      <MenuSeparator />
      <MenuChoices
        label={t('shell.person.theme')}
        value={theme}
        onChange={(chosen) => chooseTheme(themes.find((one) => one === chosen) ?? 'system')}
        choices={themes.map((value) => ({ value, label: t(`shell.person.theme.${value}`) }))}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => leave.mutate(undefined)}>
        {t('shell.person.sign_out')}
      </MenuItem>
    </Menu>
  )
}
