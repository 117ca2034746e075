// One component of the gallery with its name, and every state of it. The tests compare the picture of each, by this name.
import type { ReactNode } from 'react'

export function Specimen({ name, children, wide = false }: { name: string; children: ReactNode; wide?: boolean }) {
  return (
    <section data-specimen aria-label={name} className={wide ? 'min-w-0 md:col-span-2' : 'min-w-0'}>
      <p className="mb-3 border-b border-line pb-1 text-xs font-medium text-muted">{name}</p>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}

const states = { hover: 'Pointed at', focus: 'With the focus', pressed: 'Pressed' } as const

/** As it looks when somebody does so: in pictures the browser is told that somebody does (tests/screens/gallery-page.ts). */
export function ShownAs({ state, children }: { state: keyof typeof states; children: ReactNode }) {
  return (
    <div data-shown-as={state} className="flex flex-col gap-2">
      <p className="text-xs text-muted">{states[state]}</p>
      {children}
    </div>
  )
}

export function Chapter({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6">
      <p className="text-lg font-semibold">{title}</p>
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">{children}</div>
    </section>
  )
}
