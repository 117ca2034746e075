// What the server refused, told beside the field it is about, or as a whole where no field is named.
import { Problem, problemText } from '../problem.ts'
import { hasText, useTexts } from '../texts.tsx'

export type Fault = {
  /** The sentence for a field, by its path in the body (`autoReply/until`); a path also stands for what is inside it. */
  readonly at: (field: string) => string | undefined
  readonly whole: unknown
}

export function useFault(error: unknown): Fault {
  const t = useTexts()
  const errors = error instanceof Problem ? error.errors : []
  const said = (code: string) => (hasText(`products.fault.${code}`) ? t(`products.fault.${code}`) : undefined)
  return {
    at: (field) => {
      const found = errors.find(({ pointer }) => pointer === `/body/${field}` || pointer.startsWith(`/body/${field}/`))
      return (
        found &&
        (said(found.code) ??
          (hasText(`problems.${found.code}`) ? problemText(t, new Problem({ code: found.code, status: 422 })) : t('ui.problem.field')))
      )
    },
    whole: errors.length > 0 ? undefined : error,
  }
}
