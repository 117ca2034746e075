// A panel at the side of the page, for details and for the navigation on narrow screens.
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from '../texts.tsx'
import { classNames } from './class-names.ts'
import { backdropClass, DialogActions } from './dialog-frame.tsx'
import { iconButtonClass } from './icon-button-class.ts'

export type DrawerProps = {
  title: string
  titleHidden?: boolean | undefined
  children: ReactNode
  actions?: ReactNode
  side?: 'left' | 'right' | undefined
  trigger?: ReactElement | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
}

export function Drawer({ title, titleHidden = false, children, actions, side = 'right', trigger, open, onOpenChange }: DrawerProps) {
  const t = useTexts()
  return (
    <BaseDialog.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Popup className={classNames(drawerClass, sides[side])}>
          <header
            className={classNames(
              'flex items-start justify-between gap-4',
              titleHidden ? 'absolute top-2 right-2 z-10' : 'border-b border-line py-3 pr-3 pl-6',
            )}
          >
            <BaseDialog.Title className={classNames('min-w-0 pt-1 text-base font-semibold', titleHidden && 'sr-only')}>
              {title}
            </BaseDialog.Title>
            <BaseDialog.Close aria-label={t('ui.close')} className={iconButtonClass('medium')}>
              <X />
            </BaseDialog.Close>
          </header>
          <div className={classNames('min-h-0 grow overflow-y-auto', !titleHidden && 'p-6')}>{children}</div>
          {actions && <DialogActions>{actions}</DialogActions>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

const drawerClass =
  'fixed inset-y-0 z-40 flex w-full flex-col bg-float text-ink shadow-float outline-none transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:opacity-0'
const sides = {
  left: 'left-0 max-w-72 border-r border-line data-starting-style:-translate-x-1 data-ending-style:-translate-x-1',
  right: 'right-0 max-w-lg border-l border-line data-starting-style:translate-x-1 data-ending-style:translate-x-1',
}
