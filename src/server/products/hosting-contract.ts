// What is inside a product of the family hosting: websites, how they are served, and which domain leads to them.
import { z } from 'zod'
import { certificates, phpVersions } from '../../domain/products/site.ts'
import { rightsHere } from '../authorization/contract.ts'
import { id, inItem, inProduct, time } from './contract.ts'

const settings = {
  /** A folder of the hosting: `/`, `/shop`. */
  documentRoot: z.string().trim().max(200),
  phpVersion: z.enum(phpVersions),
  certificate: z.enum(certificates),
  forceHttps: z.boolean(),
}

export const site = z.strictObject({
  id,
  hostName: z.string(),
  /** The organisation's own domain that the host belongs to; null where DNS is managed elsewhere. */
  domain: z.string().nullable(),
  /** Whether the records of that domain lead here. */
  connected: z.boolean(),
  ...settings,
  visitsLastMonth: z.int(),
  storageMb: z.int(),
  changedAt: time,
})

/** GET …/products/{product}/sites */
export const listSites = {
  params: inProduct,
  answer: z.strictObject({
    /** Where DNS records lead to. */
    address: z.strictObject({ host: z.string(), ipv4: z.string(), ipv6: z.string().nullable() }),
    sites: z.array(site),
    /** The domains of the organisation that the reader sees; `manage` where their records may be changed. */
    domains: z.array(z.strictObject({ id, name: z.string(), manage: z.boolean() })),
    ...rightsHere,
  }),
  summary: 'The websites of a hosting, with their settings and statistics',
}

/** POST …/products/{product}/sites. With `domain` its records are set too, which needs the right to manage that domain. */
export const createSite = {
  params: inProduct,
  body: z.strictObject({
    hostName: z.string().trim().max(253),
    documentRoot: settings.documentRoot.default('/'),
    phpVersion: settings.phpVersion.default('8.4'),
    certificate: settings.certificate.default('automatic'),
    forceHttps: settings.forceHttps.default(true),
    domain: id.nullable().default(null),
  }),
  answer: site,
  summary: 'Adds a website, and connects a domain when one is named',
}

/** PUT …/products/{product}/sites/{item}; `changed_meanwhile` when somebody else changed it since `changedAt`. */
export const changeSite = {
  params: inItem,
  body: z.strictObject({ ...settings, changedAt: time.optional() }),
  answer: site,
  summary: 'Changes folder, PHP version, certificate and HTTPS of a website',
}

/** PUT …/products/{product}/sites/{item}/domain: sets the records of one of the organisation's domains, which needs the right to manage it. */
export const connectDomain = {
  params: inItem,
  body: z.strictObject({ domain: id }),
  answer: site,
  summary: 'Leads a domain of the organisation to a website',
}

/** DELETE …/products/{product}/sites/{item} */
export const deleteSite = { params: inItem, answer: z.strictObject({}), summary: 'Deletes a website with its files' }

export const sitesMax = 200
