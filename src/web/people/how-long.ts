// Hours as people say them: hours, days, or until it is taken away.
import { useTexts } from '../texts.tsx'

export function useHowLong(): (hours: number | null) => string {
  const t = useTexts()
  return (hours) => {
    if (hours === null) return t('people.lasting')
    return hours % 24 === 0 ? t('people.days', { days: hours / 24 }) : t('people.hours', { hours })
  }
}
