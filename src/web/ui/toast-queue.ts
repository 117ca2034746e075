// The messages in the corner that are on screen now. Callable from anywhere, also outside components.
export type ToastAction = Readonly<{ label: string; run: () => void }>
/** `stays` null: until somebody closes it or takes its action, which `seen` is told of. */
export type Toast = Readonly<{
  id: number
  kind: 'done' | 'problem' | 'news'
  title: string
  action?: ToastAction | undefined
  stays: number | null
  seen?: (() => void) | undefined
}>
export type News = Readonly<{ title: string; action: ToastAction; seen: () => void }>

/** What can be taken back, and what went wrong, stays for ten seconds. */
const [shortMs, longMs] = [5_000, 10_000]
let waiting: readonly Toast[] = []
let last = 0
const followers = new Set<() => void>()

export const toasts = {
  done: (title: string, action?: ToastAction) => add({ kind: 'done', title, action, stays: action ? longMs : shortMs }),
  problem: (title: string, action?: ToastAction) => add({ kind: 'problem', title, action, stays: longMs }),
  /** Stays until it was seen; answers with how to take it away before. */
  news: (news: News): (() => void) => {
    const id = add({ ...news, kind: 'news', stays: null })
    return () => dismiss(id)
  },
}

export function shown(): readonly Toast[] {
  return waiting
}

export function follow(changed: () => void): () => void {
  followers.add(changed)
  return () => followers.delete(changed)
}

export function dismiss(id: number): void {
  change(waiting.filter((toast) => toast.id !== id))
}

function add(toast: Omit<Toast, 'id'>): number {
  last += 1
  change([...waiting, { ...toast, id: last }])
  return last
}

function change(next: readonly Toast[]): void {
  waiting = next
  for (const changed of followers) changed()
}
