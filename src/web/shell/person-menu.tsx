// The person's own menu at the top right. What is in it is loaded when somebody reaches for it.
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'

const load = () => import('./person-menu-items.tsx')
const PersonMenuItems = lazy(async () => ({ default: (await load()).PersonMenuItems }))

export type PersonMenuProps = { name: string; email: string; isOperator: boolean }

export function PersonMenu(props: PersonMenuProps) {
  const t = useTexts()
  const [wasOpened, open] = useState(false)
  const button = (
    <button
      type="button"
      aria-label={t('shell.person.menu', { name: props.name })}
      aria-haspopup="menu"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      {...(!wasOpened && { onClick: () => open(true) })}
      className="flex size-8 items-center justify-center rounded-full pointer-coarse:size-11"
    >
      <Avatar name={props.name} />
    </button>
  )
  if (!wasOpened) return button
  return (
    <Suspense fallback={button}>
      <PersonMenuItems {...props} trigger={button} />
    </Suspense>
  )
}
