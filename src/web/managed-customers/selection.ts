// Which rows are selected: some, one by one, or all that the filters leave, without a few.
export type Selected =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string>; readonly of: string }

export const nobodySelected: Selected = { kind: 'some', ids: new Set() }

/** `of` is the filter it was said of; of another filter nothing was said. */
export const selectedNow = (selected: Selected, of: string): Selected =>
  selected.kind === 'all' && selected.of !== of ? nobodySelected : selected

export const isSelected = (selected: Selected, id: string): boolean =>
  selected.kind === 'all' ? !selected.except.has(id) : selected.ids.has(id)

export function withRows(selected: Selected, ids: readonly string[], on: boolean): Selected {
  const isListed = selected.kind === 'all' ? !on : on
  const before = selected.kind === 'all' ? selected.except : selected.ids
  const changed = new Set(isListed ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id)))
  return selected.kind === 'all' ? { ...selected, except: changed } : { kind: 'some', ids: changed }
}

/** Null while nobody knows how many all are. */
export const countSelected = (selected: Selected, total: number | null): number | null =>
  selected.kind === 'some' ? selected.ids.size : total === null ? null : Math.max(0, total - selected.except.size)
