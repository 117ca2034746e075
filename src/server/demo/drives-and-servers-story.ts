// The drives and servers of the demo story. Keys are invented; nobody has their other half.
import type { OwnedDrive, OwnedServer } from './products-story.ts'

export const bakeryDrive: OwnedDrive = {
  name: 'Drive Bäckerei Zürcher',
  storageMb: 500_000,
  users: [
    { name: 'Ursula Zürcher', email: 'ursula@baeckerei-zuercher.example', usedMb: 18_200 },
    { name: 'Beat Zürcher', email: 'beat@baeckerei-zuercher.example', usedMb: 4_750 },
    { name: 'Backstube', email: 'backstube@baeckerei-zuercher.example', usedMb: 1_120 },
  ],
  folders: [
    {
      name: 'Rezepte',
      quotaMb: 20_000,
      usedMb: 3_460,
      users: ['ursula@baeckerei-zuercher.example', 'beat@baeckerei-zuercher.example', 'backstube@baeckerei-zuercher.example'],
    },
    { name: 'Buchhaltung', quotaMb: 50_000, usedMb: 46_900, users: ['ursula@baeckerei-zuercher.example'] },
    {
      name: 'Bilder für die Website',
      quotaMb: 100_000,
      usedMb: 22_300,
      sharing: 'see',
      users: ['ursula@baeckerei-zuercher.example', 'beat@baeckerei-zuercher.example'],
    },
  ],
}

export const joineryDrive: OwnedDrive = {
  name: 'Drive Zürn Holzbau',
  storageMb: 1_000_000,
  users: [{ name: 'Töbi Zürn', email: 'toebi@zuern-holzbau.example', usedMb: 64_100 }],
  folders: [{ name: 'Pläne', quotaMb: 400_000, usedMb: 212_000, users: ['toebi@zuern-holzbau.example'] }],
}

const web = [
  { protocol: 'tcp', fromPort: 80, toPort: 80, source: 'any' },
  { protocol: 'tcp', fromPort: 443, toPort: 443, source: 'any' },
] as const

export const bakeryServer: OwnedServer = {
  name: 'Kassenserver Niederdorf',
  system: 'Debian 13',
  cores: 4,
  memoryMb: 8_192,
  diskGb: 160,
  use: { cpuPercent: 23, memoryUsedMb: 3_420, diskUsedGb: 71 },
  snapshots: [
    { name: 'Vor dem Kassenupdate', sizeGb: 38 },
    { name: 'Inventar 2025', sizeGb: 35 },
  ],
  rules: [...web, { protocol: 'tcp', fromPort: 22, toPort: 22, source: '192.0.2.128/26' }],
  keys: [
    {
      name: 'Kassensystem AG',
      publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHq4vW0s9Rk2bXyJc7TtLm1eDf8aPzU3oGiN5wQxKhYd support@kassensystem.example',
    },
  ],
}

export const hotelServer: OwnedServer = {
  name: 'Serveur de réservation',
  system: 'Debian 13',
  cores: 8,
  memoryMb: 16_384,
  diskGb: 320,
  use: { cpuPercent: 41, memoryUsedMb: 11_900, diskUsedGb: 204 },
  snapshots: [{ name: 'Avant la saison', sizeGb: 96 }],
  rules: [...web],
  keys: [],
}
