// The product families as pictures, in the order in which they are shown.
import { Globe, HardDrive, type LucideIcon, Mail, Package, PanelsTopLeft, Server } from 'lucide-react'
import type { Family } from '../../domain/rights/catalogue.ts'

const icons: Readonly<Partial<Record<Family, LucideIcon>>> = {
  domain: Globe,
  mail: Mail,
  hosting: PanelsTopLeft,
  drive: HardDrive,
  server: Server,
}

export function FamilyIcon({ family, large = false }: { family: Family; large?: boolean }) {
  const Icon = icons[family] ?? Package
  return <Icon aria-hidden="true" className={large ? 'size-5 shrink-0 text-muted' : 'size-4 shrink-0 text-muted'} />
}
