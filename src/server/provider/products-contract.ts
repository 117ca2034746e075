// What the provider's own systems tell about products, what is inside them and how much is used; and what a drive asks about a link.
import { z } from 'zod'
import { driveUsersMax, foldersMax, linkAccesses } from '../../domain/products/drive.ts'
import { powerStates, snapshotsMax } from '../../domain/products/server.ts'
import { familyName } from '../authorization/catalogue-contract.ts'
import { recordInput, recordsMax } from '../products/contract.ts'
import { currency, date, host, nothing, number, params, text, told, withoutCards } from './told-shapes.ts'

/** PUT /api/provider/organisations/{number}/products/{reference} */
export const tellProduct = {
  params,
  body: withoutCards(
    z.strictObject({
      family: familyName,
      /** Of a domain and of mail: the domain's name. */
      name: text(253),
      status: z.enum(['active', 'locked']).default('active'),
      /** The number of the organisation that pays; the owner when left out. */
      payer: number.optional(),
      createdOn: date.optional(),
      renewsOn: date.nullable().default(null),
      endsOn: date.nullable().default(null),
      renewal: z.enum(['automatic', 'manual']).default('automatic'),
      price: z
        .strictObject({ amount: z.int().min(0), currency, period: z.enum(['month', 'year']) })
        .nullable()
        .default(null),
      /** For a domain. Records are taken over when it is told for the first time; afterwards they are its owner's. */
      domain: z
        .strictObject({ nameServers: z.array(host).min(2).max(13), records: z.array(recordInput).max(recordsMax).default([]) })
        .optional(),
      /** For a hosting: where it is reached. */
      hosting: z.strictObject({ host, ipv4: z.ipv4(), ipv6: z.ipv6().nullable().default(null) }).optional(),
      /** For a drive: how much it holds, and who uses it. Whoever is not named uses it no more. */
      drive: z
        .strictObject({
          host,
          storageMb: z.int().min(100).max(100_000_000),
          users: z
            .array(z.strictObject({ name: text(80), email: z.string().trim().toLowerCase().max(254) }))
            .max(driveUsersMax)
            .default([]),
        })
        .optional(),
      /** For a server: what it is, and where it is reached. */
      server: z
        .strictObject({
          host,
          ipv4: z.ipv4(),
          ipv6: z.ipv6().nullable().default(null),
          system: text(60),
          cores: z.int().min(1).max(1024),
          memoryMb: z.int().min(1).max(100_000_000),
          diskGb: z.int().min(1).max(10_000_000),
        })
        .optional(),
    }),
  ),
  answer: told,
  summary: 'Tells a product of an organisation: new, or as it is now',
}

/** DELETE /api/provider/organisations/{number}/products/{reference}: it was cancelled. */
export const cancelProduct = { params, answer: nothing, summary: 'Tells that a product was cancelled' }

/** PUT /api/provider/organisations/{number}/products/{reference}/usage: figures, which nobody did and the journal does not name. */
export const tellUsage = {
  params,
  body: z.strictObject({
    mailboxes: z
      .array(z.strictObject({ address: z.string().max(254), usedMb: z.int().min(0) }))
      .max(1000)
      .default([]),
    sites: z
      .array(z.strictObject({ hostName: z.string().max(253), visitsLastMonth: z.int().min(0), storageMb: z.int().min(0) }))
      .max(1000)
      .default([]),
    drive: z
      .strictObject({
        users: z.array(z.strictObject({ email: z.string().trim().toLowerCase().max(254), usedMb: z.int().min(0) })).max(driveUsersMax),
        folders: z.array(z.strictObject({ name: z.string().max(80), usedMb: z.int().min(0) })).max(foldersMax),
      })
      .optional(),
    server: z
      .strictObject({
        state: z.enum(powerStates),
        cpuPercent: z.int().min(0).max(100),
        memoryUsedMb: z.int().min(0),
        diskUsedGb: z.int().min(0),
        snapshots: z.array(z.strictObject({ name: z.string().max(80), sizeGb: z.int().min(0) })).max(snapshotsMax),
      })
      .optional(),
  }),
  answer: nothing,
  summary: 'Tells how much is used of a product',
}

/** GET /api/provider/drive-links/{reference}: asked by the drive when somebody comes with a link; the SHA-256 of its token, in hex. */
export const showDriveLink = {
  params: z.strictObject({ reference: z.string().max(64) }),
  answer: z.strictObject({
    organisation: z.string(),
    /** The reference under which the drive was told. */
    product: z.string().nullable(),
    folder: z.string(),
    access: z.enum(linkAccesses),
    /** The last day on which it opens the folder. */
    until: date,
  }),
  summary: 'What a link into a folder opens; not found when it ended, ran out or never was',
}

/** GET /api/provider/organisations/{number}/products/{reference}/forwardings: asked by the mail system when a message arrives. */
export const showForwardings = {
  params,
  answer: z.strictObject({ mailboxes: z.array(z.strictObject({ address: z.string(), forwardTo: z.array(z.string()) })) }),
  summary:
    'To which addresses the mailboxes of a product forward at this moment; what was removed, or closed with the right it was made with, is not there',
}

/** GET /api/provider/organisations/{number}/products/{reference}/ssh-keys: as `AuthorizedKeysCommand` of sshd wants it, one line each. */
export const showSshKeys = {
  params,
  answer: z.strictObject({ keys: z.array(z.strictObject({ name: z.string(), publicKey: z.string(), fingerprint: z.string() })) }),
  summary: 'Whose SSH keys open a server at this moment; what was removed, or closed with the right it was made with, is not there',
}
