// How long a visit may last, in words: whole hours as hours, everything else in minutes.
import type { useTexts } from '../texts.tsx'

export function lengthOf(t: ReturnType<typeof useTexts>, minutes: number): string {
  return minutes < 60 || minutes % 60 !== 0
    ? t('visits.length.minutes', { count: minutes })
    : t('visits.length.hours', { count: minutes / 60 })
}
