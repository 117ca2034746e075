// The product's name with its mark; below it, where one is in it.
export function WordMark({ below }: { below?: string | undefined }) {
  return (
    <span className="inline-flex items-center gap-2 text-base leading-5 font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
        <rect width="32" height="32" rx="7" className="fill-accent" />
        <path d="M11.5 25V8.5h6.25a5 5 0 0 1 0 10H11.5" fill="none" stroke="white" strokeWidth="3.2" strokeLinecap="square" />
      </svg>
      <span className="flex min-w-0 flex-col">
        <span>Prokura</span>
        {below !== undefined && <span className="truncate text-xs font-normal tracking-normal text-muted">{below}</span>}
      </span>
    </span>
  )
}
