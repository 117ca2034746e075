// A list of actions behind a button. At the end of a row or a card the button is ⋮ (MoreMenu).
import { EllipsisVertical } from 'lucide-react'
import { lazy, type ReactElement, type ReactNode } from 'react'
import { Behind } from './behind.tsx'
import { type IconButtonSize, iconButtonClass } from './icon-button-class.ts'

export type MenuProps = {
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
}

const load = () => import('./menu-list.tsx')
const MenuList = lazy(async () => ({ default: (await load()).MenuList }))

export const MenuItem = lazy(async () => ({ default: (await load()).MenuItem }))
export const MenuLink = lazy(async () => ({ default: (await load()).MenuLink }))
export const MenuChoices = lazy(async () => ({ default: (await load()).MenuChoices }))
export const MenuGroup = lazy(async () => ({ default: (await load()).MenuGroup }))
export const MenuSeparator = lazy(async () => ({ default: (await load()).MenuSeparator }))

export function Menu(menu: MenuProps) {
  return (
    <Behind popup="menu" load={load} trigger={menu.trigger} open={menu.open} onOpenChange={menu.onOpenChange}>
      <MenuList {...menu} />
    </Behind>
  )
}

/** ⋮ — `label` names what the actions are for: "Actions for Alpweb". */
export function MoreMenu({ label, size, ...menu }: Omit<MenuProps, 'trigger'> & { label: string; size?: IconButtonSize | undefined }) {
  return (
    <Menu
      {...menu}
      trigger={
        <button type="button" aria-label={label} title={label} className={iconButtonClass(size)}>
          <EllipsisVertical aria-hidden="true" />
        </button>
      }
    />
  )
}
