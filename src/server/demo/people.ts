// Who is in the demo story, and in which organisation. All of them are invented.
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/organisation.ts'

export type DemoOrganisation = {
  readonly name: string
  readonly country: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly phone: string
  readonly language: Language
  readonly registerNumber?: string
  readonly domain: string
  readonly isPartner?: true
  readonly members: readonly DemoPerson[]
}

export type DemoPerson = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly language?: Language
  /** Shown at the start as a way to sign in: who this is. */
  readonly description?: string
}

export const organisations: readonly DemoOrganisation[] = [
  {
    name: 'Alpweb AG',
    country: 'CH',
    street: 'Aarburgerstrasse 12',
    postalCode: '4600',
    city: 'Olten',
    phone: '+41 62 555 01 10',
    language: 'de',
    registerNumber: 'CHE-123.456.788',
    domain: 'alpweb.example',
    isPartner: true,
    members: [
      {
        name: 'Petra Frei',
        email: 'petra.frei@alpweb.example',
        role: 'legal_representative',
        description: 'legal representative of the partner Alpweb AG',
      },
      { name: 'Marc Sutter', email: 'marc.sutter@alpweb.example', role: 'administrator', description: 'administrator of Alpweb AG' },
      { name: 'Anna Keller', email: 'anna.keller@alpweb.example', role: 'collaborator', description: 'collaborator of Alpweb AG' },
      { name: 'Luca Bernasconi', email: 'luca.bernasconi@alpweb.example', role: 'collaborator', language: 'it' },
    ],
  },
  {
    name: 'Webwerk GmbH',
    country: 'CH',
    street: 'Gerechtigkeitsgasse 40',
    postalCode: '3011',
    city: 'Bern',
    phone: '+41 31 555 02 20',
    language: 'de',
    registerNumber: 'CHE-234.567.895',
    domain: 'webwerk.example',
    isPartner: true,
    members: [{ name: 'Jürg Lüthi', email: 'juerg.luethi@webwerk.example', role: 'legal_representative' }],
  },
  {
    name: 'Bäckerei Zürcher GmbH',
    country: 'CH',
    street: 'Niederdorfstrasse 7',
    postalCode: '8001',
    city: 'Zürich',
    phone: '+41 44 555 03 30',
    language: 'de',
    registerNumber: 'CHE-345.678.909',
    domain: 'baeckerei-zuercher.example',
    members: [
      {
        name: 'Ursula Zürcher',
        email: 'ursula@baeckerei-zuercher.example',
        role: 'legal_representative',
        description: 'legal representative of the customer Bäckerei Zürcher GmbH',
      },
      { name: 'Beat Zürcher', email: 'beat@baeckerei-zuercher.example', role: 'collaborator' },
    ],
  },
  {
    name: 'Zürn Holzbau AG',
    country: 'CH',
    street: 'Sägereiweg 3',
    postalCode: '9000',
    city: 'St. Gallen',
    phone: '+41 71 555 04 40',
    language: 'de',
    domain: 'zuern-holzbau.example',
    members: [{ name: 'Töbi Zürn', email: 'toebi@zuern-holzbau.example', role: 'legal_representative' }],
  },
  {
    name: 'Hôtel du Lac Léman SA',
    country: 'CH',
    street: 'Quai des Bergues 21',
    postalCode: '1201',
    city: 'Genève',
    phone: '+41 22 555 05 50',
    language: 'fr',
    domain: 'hotel-du-lac.example',
    members: [{ name: 'Hélène Dubœuf', email: 'helene@hotel-du-lac.example', role: 'legal_representative', language: 'fr' }],
  },
  {
    name: 'Rossi & Figli Sagl',
    country: 'CH',
    street: 'Via Nassa 15',
    postalCode: '6900',
    city: 'Lugano',
    phone: '+41 91 555 06 60',
    language: 'it',
    domain: 'rossi-figli.example',
    members: [{ name: 'Niccolò Rossi', email: 'niccolo@rossi-figli.example', role: 'legal_representative', language: 'it' }],
  },
  {
    name: 'Garage Élan Sàrl',
    country: 'CH',
    street: 'Route de Bâle 8',
    postalCode: '2800',
    city: 'Delémont',
    phone: '+41 32 555 07 70',
    language: 'fr',
    domain: 'garage-elan.example',
    members: [{ name: 'François Élan', email: 'francois@garage-elan.example', role: 'legal_representative', language: 'fr' }],
  },
]
