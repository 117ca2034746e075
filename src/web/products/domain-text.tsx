// The name of a domain, a host or an address: breaks where its parts meet, and keeps its own spacing inside tables of figures.
import { Fragment } from 'react'

export function DomainText({ children }: { children: string }) {
  return (
    <span className="normal-nums wrap-anywhere">
      {children.split(/(?<=[.@])/).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
