// Speaks a short text to screen readers whenever it changes, for example how many results a search found.
export function LiveRegion({ children, urgent = false }: { children: string; urgent?: boolean | undefined }) {
  return (
    <div role={urgent ? 'alert' : 'status'} className="sr-only">
      {children}
    </div>
  )
}
