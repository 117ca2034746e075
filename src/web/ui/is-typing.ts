// Whether a key that was pressed here is meant for a field, a menu or a dialog, and for nothing else.
const places =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(places) !== null
