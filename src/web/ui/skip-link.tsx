// The first stop of the keyboard: jumps over the navigation to the content.
export function SkipLink({ to, children }: { to: string; children: string }) {
  return (
    <a
      href={`#${to}`}
      className="fixed top-2 left-2 z-70 -translate-y-20 rounded-md opacity-0 bg-accent px-3 py-2 text-sm font-medium text-on-solid focus:translate-y-0 focus:opacity-100"
    >
      {children}
    </a>
  )
}
