// Remembers what a person has typed on this page, so that nothing is lost when the page must close on them.
import { useEffect } from 'react'

export type TypedText = Readonly<{ label: string; text: string }>
type TextField = HTMLInputElement | HTMLTextAreaElement

const touched = new Set<TextField>()
const kept = new Set(['text', 'email', 'url', 'tel', 'textarea'])

/** While mounted, notices every field that is typed into. */
export function useTypedTexts(): void {
  useEffect(() => {
    const notice = ({ target }: Event) => {
      if (isTextField(target) && kept.has(target.type) && target.inputMode !== 'search') touched.add(target)
    }
    document.addEventListener('input', notice)
    return () => {
      document.removeEventListener('input', notice)
      touched.clear()
    }
  }, [])
}

/** What stands in those of them that are still on the page. */
export function typedTexts(): TypedText[] {
  return [...touched]
    .filter((field) => field.isConnected && field.value.trim() !== '')
    .map((field) => ({ label: labelOf(field), text: field.value }))
}

function isTextField(target: EventTarget | null): target is TextField {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function labelOf(field: TextField): string {
  return field.labels?.[0]?.textContent?.trim() || field.getAttribute('aria-label') || field.name
}
