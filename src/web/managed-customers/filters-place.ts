// Where the filters and the views of the list stand in the page, in wide windows and in narrow ones, for whatever goes away with the focus.
export const filtersPlace = 'customer-filters'
export const viewsPlace = 'customer-views'

const firstIn = (place: string) => document.querySelector<HTMLElement>(`#${place} button`)

/** The button that all filters are behind, or the first of those that have one each. */
export const firstFilter = (): HTMLElement | null => firstIn(filtersPlace)
export const viewsOrFilter = (): HTMLElement | null => firstIn(viewsPlace) ?? firstFilter()
