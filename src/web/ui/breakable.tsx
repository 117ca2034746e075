// A long word, such as an email address, that breaks where a reader expects it: before the @ and after dots and hyphens.
import { Fragment } from 'react'

export function Breakable({ children }: { children: string }) {
  const parts = children.split(/(?=@)|(?<=[.\-_/])/)
  return (
    <span className="break-words">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one word never change places
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
