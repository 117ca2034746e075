// The look of a button that shows only an icon.
import { classNames } from './class-names.ts'

export type IconButtonSize = 'small' | 'medium' | 'large'

export function iconButtonClass(size: IconButtonSize = 'medium'): string {
  return classNames(shape, sizes[size])
}

const shape =
  'inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink ' +
  'disabled:cursor-not-allowed disabled:opacity-50 data-disabled:cursor-not-allowed data-disabled:opacity-50'
const sizes = {
  small: 'size-7 [&_svg]:size-4',
  medium: 'size-8 pointer-coarse:size-11 [&_svg]:size-4',
  large: 'size-11 [&_svg]:size-5',
}
