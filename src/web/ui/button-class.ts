// The looks of a button, for what is a button and for what is a link.
import { classNames } from './class-names.ts'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'
export type ButtonSize = 'small' | 'medium' | 'large'
export type ButtonLook = {
  kind?: ButtonKind | undefined
  size?: ButtonSize | undefined /** Fills its container. */
  wide?: boolean | undefined
}

export function buttonClass({ kind = 'secondary', size = 'medium', wide = false }: ButtonLook = {}): string {
  return classNames(shape, kinds[kind], sizes[size], wide && 'w-full')
}

const shape =
  'relative inline-flex max-w-full shrink-0 items-center justify-center gap-1.5 rounded-md border text-center font-medium select-none ' +
  'data-disabled:cursor-not-allowed not-aria-busy:data-disabled:opacity-50 aria-busy:cursor-progress ' +
  '[&_svg]:size-4 [&_svg]:shrink-0 forced-colors:border-[ButtonText] forced-colors:data-disabled:border-[GrayText] forced-colors:data-disabled:text-[GrayText] forced-colors:data-disabled:opacity-100'

const kinds: Readonly<Record<ButtonKind, string>> = {
  primary: 'border-transparent bg-accent text-on-solid not-data-disabled:hover:bg-accent-hover',
  secondary: 'border-rim bg-surface text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-pressed data-popup-open:bg-hover',
  danger: 'border-transparent bg-danger text-on-solid not-data-disabled:hover:bg-danger-hover',
  quiet: 'border-transparent text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-pressed data-popup-open:bg-hover',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-7 px-2 py-0.5 text-xs pointer-coarse:min-h-9',
  medium: 'min-h-8 px-3 py-1 text-sm pointer-coarse:min-h-11',
  large: 'min-h-11 px-4 py-2 text-base',
}
