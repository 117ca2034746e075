// Remembers what a person has typed on this page, so that nothing is lost when the page, or a form on it, must close on them.
import { useEffect, useSyncExternalStore } from 'react'

export type TypedText = Readonly<{ id: string; label: string; text: string }>
type TextField = HTMLInputElement | HTMLTextAreaElement
type Gone = TypedText & { readonly at: number }

const kept = new Set(['text', 'email', 'url', 'tel', 'number', 'date', 'time', 'datetime-local', 'textarea'])
const touched = new Set<TextField>()
/** Whatever was a password once, also while it is shown in clear. */
const secret = new WeakSet<TextField>()
let gone: readonly Gone[] = []
let count = 0
const labels = new WeakMap<TextField, string>()
const listeners = new Set<() => void>()

/** While mounted, notices every field that is typed into, and those that leave the page with what stood in them. */
export function useTypedTexts(): void {
  useEffect(() => {
    const observer = new MutationObserver(noticeGone)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('input', noticeTyped)
    return () => {
      observer.disconnect()
      document.removeEventListener('input', noticeTyped)
      touched.clear()
      gone = []
    }
  }, [])
}

/** What stands in the fields that are still on the page. */
export function typedTexts(): TypedText[] {
  return [...touched].filter((field) => field.isConnected).flatMap(textIn)
}

/** What stood in fields that left the page since that moment, in milliseconds since 1970. */
export function useGoneTexts(since: number): readonly TypedText[] {
  const all = useSyncExternalStore(listen, () => gone)
  return all.filter(({ at }) => at >= since)
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function noticeTyped({ target }: Event): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  if (target.type === 'password' || /password|one-time-code/.test(target.autocomplete)) secret.add(target)
  if (!kept.has(target.type) || target.inputMode === 'search' || target.ariaHidden === 'true') return
  touched.add(target)
  rememberLabel(target)
}

function noticeGone(): void {
  const left = [...touched].filter((field) => !field.isConnected)
  if (left.length === 0) return
  for (const field of left) touched.delete(field)
  const at = Date.now()
  gone = [...gone, ...left.flatMap(textIn).map((typed) => ({ ...typed, at }))].slice(-20)
  for (const changed of listeners) changed()
}

function textIn(field: TextField): TypedText[] {
  if (secret.has(field) || field.value.trim() === '') return []
  count += 1
  return [{ id: String(count), label: labels.get(field) ?? '', text: field.value }]
}

/** A field that left the page may have left its label behind: it is read while both are there. */
function rememberLabel(field: TextField): void {
  labels.set(field, field.labels?.[0]?.textContent?.trim() || field.getAttribute('aria-label') || field.name)
}
