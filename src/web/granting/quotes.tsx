// The partner's own words, marked as such.
export function Quotes({ reasons }: { reasons: readonly string[] }) {
  return reasons.map((reason) => (
    <blockquote key={reason} className="border-l-2 border-line pl-3 text-sm text-ink italic">
      {reason}
    </blockquote>
  ))
}
