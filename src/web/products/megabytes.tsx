// An amount of storage in the unit that reads best.
import { useFormats } from '../formats.ts'

export function Megabytes({ value }: { value: number }) {
  const formats = useFormats()
  return <span className="whitespace-nowrap">{storageIn(value, formats.number)}</span>
}

export function storageIn(megabytes: number, number: (value: number, options: Intl.NumberFormatOptions) => string): string {
  const large = megabytes >= 1000
  return number(large ? megabytes / 1000 : megabytes, {
    style: 'unit',
    unit: large ? 'gigabyte' : 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: large ? 1 : 0,
  })
}
