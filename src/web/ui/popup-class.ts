// The look of what floats above the page: one soft shadow, a hairline, a short fade.
export const popupClass =
  'rounded-lg border border-line bg-float text-ink shadow-float outline-none transition-[opacity,translate] ' +
  'data-ending-style:opacity-0 data-starting-style:opacity-0 data-starting-style:not-data-instant:-translate-y-1 forced-colors:border-[CanvasText]'

export const optionClass =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none pointer-coarse:min-h-11 ' +
  'data-highlighted:bg-hover data-disabled:text-faint data-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0 ' +
  'forced-colors:data-highlighted:bg-[Highlight] forced-colors:data-highlighted:text-[HighlightText] forced-colors:data-highlighted:forced-color-adjust-none'

export const groupLabelClass = 'px-2 pt-2 pb-1 text-xs font-medium text-muted'
