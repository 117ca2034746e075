// The title of the browser's tab. While acting it begins with the customer, so that two tabs are never mixed up.
import { createContext, use, useEffect } from 'react'

export const TitlePrefix = createContext('')

/** Every screen calls this with its own name. */
export function usePageTitle(title: string): void {
  const prefix = use(TitlePrefix)
  useEffect(() => {
    document.title = `${prefix}${title} – Prokura`
  }, [prefix, title])
}
