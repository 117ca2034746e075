// What is behind the button of a menu: the list of actions, and what it is made of. It begins open, as it comes when the button was pressed.
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Link, type LinkProps } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { MenuProps } from './menu.tsx'
import { groupLabelClass, optionClass, popupClass } from './popup-class.ts'
import { useOpen } from './use-open.ts'

export function MenuList({ trigger, children, align = 'end', open, onOpenChange }: MenuProps) {
  const opening = useOpen({ open, onOpenChange })
  return (
    <BaseMenu.Root {...opening} modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <BaseMenu.Popup
            className={classNames(
              popupClass,
              'max-h-(--available-height) max-w-[min(20rem,var(--available-width))] min-w-48 overflow-y-auto p-1',
            )}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

type ItemLook = { icon?: ReactNode; hint?: string | undefined; danger?: boolean | undefined; children: ReactNode }

export function MenuItem({
  icon,
  hint,
  danger = false,
  onSelect,
  disabled = false,
  children,
}: ItemLook & { onSelect: () => void; disabled?: boolean | undefined }) {
  return (
    <BaseMenu.Item onClick={onSelect} disabled={disabled} className={itemClass(danger)}>
      <ItemContent {...{ icon, hint, children }} />
    </BaseMenu.Item>
  )
}

export function MenuLink({ icon, hint, danger = false, children, ...link }: ItemLook & Omit<LinkProps, 'children'>) {
  return (
    <BaseMenu.LinkItem closeOnClick render={<Link {...link} />} className={itemClass(danger)}>
      <ItemContent {...{ icon, hint, children }} />
    </BaseMenu.LinkItem>
  )
}

export type MenuChoice = Readonly<{ value: string; label: string }>

/** One of a few settings, inside a menu. */
export function MenuChoices({
  label,
  choices,
  value,
  onChange,
}: {
  label: string
  choices: readonly MenuChoice[]
  value: string
  onChange: (value: string) => void
}) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={onChange}>
      <BaseMenu.GroupLabel className={groupLabelClass}>{label}</BaseMenu.GroupLabel>
      {choices.map((choice) => (
        <BaseMenu.RadioItem key={choice.value} value={choice.value} closeOnClick className={itemClass(false)}>
          <span className="grow">{choice.label}</span>
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden="true" className="size-4 text-accent-ink" />
          </BaseMenu.RadioItemIndicator>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  )
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={groupLabelClass}>{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  )
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1 h-px bg-line" />
}

function ItemContent({ icon, hint, children }: ItemLook) {
  return (
    <>
      {icon && <span className="flex shrink-0 text-muted">{icon}</span>}
      <span className="min-w-0 grow">
        {children}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </>
  )
}

function itemClass(danger: boolean): string {
  return classNames(optionClass, danger && 'text-danger-ink data-highlighted:bg-danger-soft')
}
