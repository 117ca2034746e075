// A mail before it is drawn: its parts in reading order, already in the reader's language, the same for HTML and text.

export type Fact = { readonly label: string; readonly value: string }
export type Item = { readonly text: string; readonly mark?: string; readonly url?: string }
/** A link that stands in a sentence or at the foot. */
export type Link = { readonly label: string; readonly url: string }
export type Group = { readonly title: string; readonly items: readonly Item[]; readonly link?: Link }

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A sentence that must not be missed. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'groups'; readonly groups: readonly Group[] }
  | { readonly kind: 'code'; readonly code: string }
  /** The one button of the mail. */
  | { readonly kind: 'button'; readonly label: string; readonly url: string; readonly hint: string }
  | { readonly kind: 'quiet'; readonly text: string; readonly link?: Link }

export type MailDocument = {
  readonly subject: string
  /** What the inbox shows beside the subject. */
  readonly preheader: string
  readonly blocks: readonly Block[]
  /** Why the reader gets this. */
  readonly why: string
}
