// A short hint on hover and keyboard focus. Never the only place of something a person needs.
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

export function Tooltip({
  text,
  children,
  side = 'top',
}: {
  text: string
  children: ReactElement
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined
}) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <BaseTooltip.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-canvas transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 forced-colors:border">
            {text}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}

/** Wraps the pages with a sidebar: after the first tooltip the next ones appear at once. */
export const TooltipProvider = BaseTooltip.Provider
