// The person's own menu at the top right: account, appearance, signing out.
import { LogOut, ShieldCheck, UserRound } from 'lucide-react'
import { signOut } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { themes, useTheme } from '../theme.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Menu, MenuChoices, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '../ui/menu.tsx'
import { useCommand } from '../use-command.ts'

type PersonMenuProps = { name: string; email: string; isOperator: boolean }

export function PersonMenu({ name, email, isOperator }: PersonMenuProps) {
  const t = useTexts()
  const [theme, chooseTheme] = useTheme()
  const leave = useCommand({
    run: () => api.post(signOut, '/api/sign-out', {}),
    after: () => location.assign('/sign-in'),
  })
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('shell.person.menu', { name })}
          className="flex size-8 items-center justify-center rounded-full pointer-coarse:size-11"
        >
          <Avatar name={name} />
        </button>
      }
    >
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
