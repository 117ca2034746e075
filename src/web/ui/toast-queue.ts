// The messages in the corner that are on screen now. Callable from anywhere, also outside components.
export type ToastAction = Readonly<{ label: string; run: () => void }>
export type Toast = Readonly<{ id: number; kind: 'done' | 'problem'; title: string; action?: ToastAction | undefined; stays: number }>

let waiting: readonly Toast[] = []
let last = 0
const followers = new Set<() => void>()

export const toasts = {
  done: (title: string, action?: ToastAction) => add('done', title, action),
  problem: (title: string, action?: ToastAction) => add('problem', title, action),
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

/** What can be taken back, and what went wrong, stays for ten seconds. */
function add(kind: Toast['kind'], title: string, action: ToastAction | undefined): void {
  last += 1
  change([...waiting, { id: last, kind, title, action, stays: action || kind === 'problem' ? 10_000 : 5_000 }])
}

function change(next: readonly Toast[]): void {
  waiting = next
  for (const changed of followers) changed()
}
