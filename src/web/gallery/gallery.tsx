// Every component in every state, for looking at and for the accessibility check. Not part of the production build.
import { useState } from 'react'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { ActionSpecimens } from './action-specimens.tsx'
import { ChartSpecimens } from './chart-specimens.tsx'
import { ControlSpecimens } from './control-specimens.tsx'
import { DataSpecimens } from './data-specimens.tsx'
import { MessageSpecimens } from './message-specimens.tsx'
import { SmallSpecimens } from './small-specimens.tsx'
import { TokenSpecimens } from './token-specimens.tsx'

export function Gallery() {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme ?? 'system')
  const show = (next: string) => {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  return (
    <main className="mx-auto flex max-w-5xl flex-col gap-16 p-4 sm:p-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Gallery</h1>
        <SegmentedControl label="Theme" labelHidden value={theme} onChange={show} options={themes} />
      </header>
      <TokenSpecimens />
      <ActionSpecimens />
      <ControlSpecimens />
      <DataSpecimens />
      <ChartSpecimens />
      <MessageSpecimens />
      <SmallSpecimens />
    </main>
  )
}

const themes = ['system', 'light', 'dark'].map((value) => ({ value, label: value }))
