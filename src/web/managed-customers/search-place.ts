// Where the search of the list stands in the page, for whoever leads there.
export const searchPlace = 'customer-search'

export const focusSearch = (): void => document.querySelector<HTMLInputElement>(`#${searchPlace} input`)?.focus()
