// What the organisations of the demo story own. Everything is invented; addresses are from the ranges for documentation.
import type { Sharing } from '../../domain/products/drive.ts'
import type { FirewallRule } from '../../domain/products/server.ts'
import { bakeryDrive, bakeryServer, hotelServer, joineryDrive } from './drives-and-servers-story.ts'

export type OwnedMailbox = {
  readonly address: string
  readonly displayName: string
  readonly quotaMb: number
  readonly usedMb: number
  readonly aliases?: readonly string[]
  readonly forwardTo?: readonly string[]
}
export type OwnedSite = { readonly hostName: string; readonly visitsLastMonth: number; readonly storageMb: number }

export type OwnedDrive = {
  readonly name: string
  readonly storageMb: number
  readonly users: readonly { readonly name: string; readonly email: string; readonly usedMb: number }[]
  readonly folders: readonly {
    readonly name: string
    readonly quotaMb: number
    readonly usedMb: number
    readonly sharing?: Sharing
    /** Emails of those who use it. */
    readonly users: readonly string[]
  }[]
}
export type OwnedServer = {
  readonly name: string
  readonly system: string
  readonly cores: number
  readonly memoryMb: number
  readonly diskGb: number
  readonly use: { readonly cpuPercent: number; readonly memoryUsedMb: number; readonly diskUsedGb: number }
  readonly snapshots: readonly { readonly name: string; readonly sizeGb: number }[]
  readonly rules: readonly FirewallRule[]
  readonly keys: readonly { readonly name: string; readonly publicKey: string }[]
}

export type Owned = {
  /** Whose products these are. */
  readonly organisation: string
  readonly owner: string
  readonly domains: readonly string[]
  readonly mailDomain: string
  readonly mailboxes: readonly OwnedMailbox[]
  readonly sites: readonly OwnedSite[]
  readonly drive?: OwnedDrive
  readonly server?: OwnedServer
  readonly card: { readonly brand: string; readonly lastFour: string }
  /** The last octet of its web server. */
  readonly host: number
}

export const owned: readonly Owned[] = [
  {
    organisation: 'Bäckerei Zürcher GmbH',
    owner: 'Ursula Zürcher',
    domains: ['baeckerei-zuercher.example', 'gipfeli-abo.example'],
    mailDomain: 'baeckerei-zuercher.example',
    mailboxes: [
      { address: 'info', displayName: 'Bäckerei Zürcher', quotaMb: 20_000, usedMb: 6_420, aliases: ['bestellung', 'hallo'] },
      { address: 'ursula', displayName: 'Ursula Zürcher', quotaMb: 20_000, usedMb: 11_310 },
      { address: 'backstube', displayName: 'Backstube', quotaMb: 5_000, usedMb: 380 },
    ],
    sites: [
      { hostName: 'www.baeckerei-zuercher.example', visitsLastMonth: 4_180, storageMb: 920 },
      { hostName: 'gipfeli-abo.example', visitsLastMonth: 760, storageMb: 140 },
    ],
    drive: bakeryDrive,
    server: bakeryServer,
    card: { brand: 'Visa', lastFour: '4242' },
    host: 10,
  },
  {
    organisation: 'Zürn Holzbau AG',
    owner: 'Töbi Zürn',
    domains: ['zuern-holzbau.example'],
    mailDomain: 'zuern-holzbau.example',
    mailboxes: [
      {
        address: 'werk',
        displayName: 'Zürn Holzbau',
        quotaMb: 20_000,
        usedMb: 9_240,
        aliases: ['offerten'],
        forwardTo: ['zuern@treuhand-aare.example'],
      },
      { address: 'toebi', displayName: 'Töbi Zürn', quotaMb: 10_000, usedMb: 2_050 },
    ],
    sites: [{ hostName: 'www.zuern-holzbau.example', visitsLastMonth: 1_240, storageMb: 2_310 }],
    drive: joineryDrive,
    card: { brand: 'Mastercard', lastFour: '8210' },
    host: 20,
  },
  {
    organisation: 'Hôtel du Lac Léman SA',
    owner: 'Hélène Dubœuf',
    domains: ['hotel-du-lac.example', 'leman-seminaires.example'],
    mailDomain: 'hotel-du-lac.example',
    mailboxes: [
      { address: 'reception', displayName: 'Réception', quotaMb: 20_000, usedMb: 14_870, aliases: ['reservation'] },
      { address: 'helene', displayName: 'Hélène Dubœuf', quotaMb: 20_000, usedMb: 7_730 },
    ],
    sites: [{ hostName: 'www.hotel-du-lac.example', visitsLastMonth: 18_930, storageMb: 3_480 }],
    server: hotelServer,
    card: { brand: 'Visa', lastFour: '1881' },
    host: 30,
  },
  {
    organisation: 'Rossi & Figli Sagl',
    owner: 'Niccolò Rossi',
    domains: ['rossi-figli.example'],
    mailDomain: 'rossi-figli.example',
    mailboxes: [{ address: 'bottega', displayName: 'Rossi & Figli', quotaMb: 10_000, usedMb: 3_120 }],
    sites: [{ hostName: 'www.rossi-figli.example', visitsLastMonth: 2_610, storageMb: 640 }],
    card: { brand: 'Mastercard', lastFour: '5507' },
    host: 40,
  },
  {
    organisation: 'Garage Élan Sàrl',
    owner: 'François Élan',
    domains: ['garage-elan.example'],
    mailDomain: 'garage-elan.example',
    mailboxes: [{ address: 'atelier', displayName: 'Garage Élan', quotaMb: 5_000, usedMb: 1_960 }],
    sites: [{ hostName: 'www.garage-elan.example', visitsLastMonth: 320, storageMb: 210 }],
    card: { brand: 'Visa', lastFour: '7734' },
    host: 50,
  },
  {
    organisation: 'Alpweb AG',
    owner: 'Petra Frei',
    domains: ['alpweb.example'],
    mailDomain: 'alpweb.example',
    mailboxes: [{ address: 'kontakt', displayName: 'Alpweb', quotaMb: 20_000, usedMb: 8_800, aliases: ['support'] }],
    sites: [{ hostName: 'www.alpweb.example', visitsLastMonth: 3_050, storageMb: 510 }],
    card: { brand: 'Visa', lastFour: '3006' },
    host: 60,
  },
]
