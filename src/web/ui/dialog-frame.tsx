// What every dialog looks like: the shade behind it, its surface, and the buttons at its foot.
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The buttons at the foot. In the code the primary one comes first; on a wide screen it stands at the right. `inside`: at the end of the form they send. */
export function DialogActions({ children, inside = false }: { children: ReactNode; inside?: boolean }) {
  return <footer className={classNames(footClass, inside && '-mx-6 -mb-6')}>{children}</footer>
}

const footClass =
  'sticky bottom-0 flex flex-col gap-2 rounded-b-lg border-t border-line bg-float px-6 py-3 sm:-bottom-6 sm:flex-row-reverse [&>*]:w-full sm:[&>*]:w-auto'
export const backdropClass = 'fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'
/** On a phone the dialog itself scrolls, on a wide screen what is around it; neither puts what has the focus below the buttons at the foot. */
export const viewportClass =
  'fixed inset-0 z-40 flex items-end justify-center overflow-y-auto sm:scroll-pb-20 sm:items-start sm:p-6 sm:pt-[12dvh]'
export const dialogClass =
  'max-h-dvh w-full scroll-pb-36 overflow-y-auto rounded-t-lg border border-line bg-float text-ink shadow-float outline-none transition-[opacity,translate] ' +
  'data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 sm:max-h-none sm:overflow-visible sm:rounded-lg forced-colors:border-[CanvasText]'
