// The draft of this tab: it survives the back button and a reload, and nobody else sees it.
import { useState } from 'react'
import type { Language } from '../../../domain/language.ts'
import { type Draft, emptyDraft, readDraft } from './draft.ts'

export type DraftKept = {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly clear: () => void
  /** Something was written earlier, on another stay on this page. */
  readonly isKept: boolean
}

/** `owner` names the organisation and the person. */
export function useDraft(owner: string, language: Language): DraftKept {
  const place = `add-customer ${owner}`
  const [draft, set] = useState<Draft>(() => readDraft(sessionStorage.getItem(place)) ?? emptyDraft(language))
  const [isKept, forget] = useState(() => JSON.stringify(draft) !== JSON.stringify(emptyDraft(draft.language)))
  return {
    draft,
    isKept,
    change: (next) => {
      sessionStorage.setItem(place, JSON.stringify(next))
      set(next)
    },
    clear: () => {
      sessionStorage.removeItem(place)
      forget(false)
      set(emptyDraft(language))
    },
  }
}
