// The customer's own pages about its partners: who has access to what now, and what would follow. For legal representatives and administrators.

import { z } from 'zod'
import { sides } from '../../domain/organisation.ts'
import { notEffectiveReasons } from '../../domain/partnership/requested-rights.ts'
import { presets } from '../../domain/rights/presets.ts'
import { acts } from '../../domain/who-may.ts'
import { familyName, namesMax } from '../authorization/catalogue-contract.ts'
import { grantedScopes, requestedRight, requestedScope, rightId, scope, terms, waitsForSecond } from '../partnerships/contract.ts'
import { endingShown } from '../partnerships/ending-contract.ts'
import { preview } from '../partnerships/preview-contract.ts'
import { grantVersion, undoable } from './conversation-contract.ts'
import { partnerPerson } from './people-contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const inOrganisation = z.strictObject({ organisation: id })
const ofPartnership = z.strictObject({ organisation: id, partnership: id })
const version = z.int().positive()
const may = z.array(z.enum(acts))

export const partner = z.strictObject({
  id,
  name: z.string(),
  domain: z.string().nullable(),
  registerNumber: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  /** What it was called until it changed its name, for a year. */
  formerName: z.string().nullable(),
})
const state = z.enum(['proposed', 'active', 'suspended_by_customer', 'suspended_by_operator', 'ended', 'not_concluded'])
/** Somebody may be in several of them, with as many browsers. */
const visitNow = z.strictObject({ id, personId: id, person: z.string(), startedAt: time })
const openProposal = z.strictObject({ side: z.enum(sides), until: time, rights: z.int() })

/** GET /api/o/{organisation}/partnerships */
export const listPartnerships = {
  params: inOrganisation,
  answer: z.strictObject({
    may,
    partnerships: z.array(
      z.strictObject({
        id,
        partner,
        state,
        access: z.enum([...presets, 'custom']).nullable(),
        rights: z.int(),
        sensitive: z.int(),
        families: z.array(familyName),
        payer: z.enum(sides).nullable(),
        notAfter: time.nullable(),
        since: time.nullable(),
        endedAt: time.nullable(),
        visitsNow: z.array(visitNow),
        lastVisit: z.strictObject({ at: time, person: z.string() }).nullable(),
        /** Waits for this organisation (side partner) or for the partner (side customer). */
        proposal: openProposal.nullable(),
      }),
    ),
    /** Requests to this organisation, or to this person, that nobody has answered. */
    requests: z.array(z.strictObject({ id, partner: z.string(), until: time, sentAt: time, path: z.string() })),
  }),
}

/** Requested, granted and effective side by side. */
const comparedRow = z.strictObject({
  right: rightId,
  requested: z.array(requestedScope),
  required: z.boolean(),
  granted: z.array(scope),
  effective: z.array(scope),
  kind: z.enum(['as_requested', 'narrower', 'left_out', 'added']),
  /** Why a granted right cannot be used now; null when it can, or was not granted. */
  notEffectiveBecause: z.enum(notEffectiveReasons).nullable(),
})

const paymentMethod = z.strictObject({
  id,
  kind: z.enum(['card', 'iban', 'invoice', 'prepaid']),
  brand: z.string(),
  lastFour: z.string().nullable(),
  isDefault: z.boolean(),
})

/** GET /api/o/{organisation}/partnerships/{partnership} */
export const getPartnership = {
  params: ofPartnership,
  answer: z.strictObject({
    id,
    partner,
    state,
    may,
    startedBy: z.enum(sides),
    since: time.nullable(),
    endedAt: time.nullable(),
    endedBy: z.enum(['partner', 'customer', 'operator', 'time']).nullable(),
    suspendedAt: time.nullable(),
    grant: z
      .strictObject({
        version,
        rights: z.array(
          grantedScopes.extend({
            /** Whether it can be used now: begun, not over, secured, not suspended. */
            isEffective: z.boolean(),
            notAfter: time.nullable(),
            lastUsedAt: time.nullable(),
          }),
        ),
        terms,
        notAfter: time.nullable(),
        grantedBy: z.string(),
        /** Who signed as the second one, where two must. */
        secondedBy: z.string().nullable(),
        grantedAt: time,
        /** False: sensitive rights wait until whoever granted them sets a password. */
        isSecured: z.boolean(),
      })
      .nullable(),
    /** Over all requests of the partner. */
    compared: z.array(comparedRow),
    /** What the grant in force is paid with: brand and last four digits. */
    paidWith: z.strictObject({ brand: z.string(), lastFour: z.string().nullable() }).nullable(),
    undo: undoable,
    /** Every version of the grant, the newest first. */
    versions: z.array(grantVersion),
    /** What the customer owns and can pay with; empty for whoever may not change the grant. */
    products: z.array(z.strictObject({ id, family: familyName, name: z.string() })),
    paymentMethods: z.array(paymentMethod),
    namedPeopleOnly: z.boolean(),
    people: z.array(partnerPerson),
    visits: z.array(
      z.strictObject({
        id,
        personId: id,
        person: z.string(),
        reason: z.string().nullable(),
        startedAt: time,
        endedAt: time.nullable(),
        endedBy: z.enum(['person', 'customer', 'partner', 'time', 'operator']).nullable(),
        reads: z.int(),
        changes: z.int(),
      }),
    ),
    proposal: z
      .strictObject({
        id,
        side: z.enum(sides),
        by: z.string(),
        rights: z.array(requestedRight),
        terms,
        preset: z.enum(presets).nullable(),
        createdAt: time,
        until: time,
        /** Why this person cannot answer or withdraw it; null when they can. */
        cannot: z.enum(['not_entitled', 'asker_cannot_answer']).nullable(),
      })
      .nullable(),
    secondSignature: waitsForSecond.nullable(),
  }),
}

/** GET …/ending: what would follow. `members`: collaborators whom this partner invited; they stay unless they are named when ending. */
export const previewEnding = {
  params: ofPartnership,
  answer: endingShown.extend({ members: z.array(z.strictObject({ id, name: z.string() })) }),
  summary: 'What would end with the partnership',
}

/** GET /api/o/{organisation}/verified-partners?search=: by name or domain, at most 20. */
export const findPartners = {
  params: inOrganisation,
  query: z.strictObject({ search: z.string().trim().min(2).max(100) }),
  answer: z.strictObject({ partners: z.array(partner.extend({ partnershipId: id.nullable() })) }),
}

/** GET /api/o/{organisation}/verified-partners/{partner}: what an offer to this partner begins with. */
export const beginOffer = {
  params: z.strictObject({ organisation: id, partner: id }),
  answer: z.strictObject({
    partner: partner.extend({ partnershipId: id.nullable() }),
    products: z.array(z.strictObject({ id, family: familyName, name: z.string() })),
    paymentMethods: z.array(paymentMethod),
  }),
}

/** POST /api/o/{organisation}/partnerships/{partnership}/preview: as it is, or as it would be with `rights`. Changes nothing. */
export const previewAccess = {
  params: ofPartnership,
  body: z.strictObject({ personId: id.nullable(), rights: z.array(grantedScopes).max(namesMax).nullable() }),
  answer: preview,
  changesNothing: true,
  summary: 'What somebody of the partner sees in this organisation’s Manager, or would see with other rights; changes nothing',
}
