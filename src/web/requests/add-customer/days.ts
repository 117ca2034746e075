// Days by the calendar of whoever sits in front of the screen, as "2027-03-31".
export function today(): string {
  return dayFromNow(0)
}

export function dayFromNow(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(day)
}
