// The people of an organisation: who they are, who is invited, and what the asking person may change.
import { z } from 'zod'
import { roles } from '../../domain/organisation.ts'
import { emailAddress, language } from '../identity/contract.ts'

const id = z.uuid()
const time = z.iso.datetime()
const nothing = z.strictObject({})
const role = z.enum(roles)
const inOrganisation = z.strictObject({ organisation: id })
const ofPerson = z.strictObject({ organisation: id, person: id })
const ofInvitation = z.strictObject({ organisation: id, invitation: id })

const member = z.strictObject({
  personId: id,
  name: z.string(),
  email: z.string(),
  role,
  addedAt: time,
  isYou: z.boolean(),
  /** Roles the asking person may give this member instead. */
  mayBecome: z.array(role),
  mayBeRemoved: z.boolean(),
})

const invitation = z.strictObject({
  id,
  email: z.string(),
  role,
  invitedBy: z.string(),
  invitedAt: time,
  expiresAt: time,
  state: z.enum(['open', 'expired']),
})

/** GET /api/o/{organisation}/members, and /api/c/{partnership}/members with `members.view`: there nothing can be changed. */
export const listMembers = {
  answer: z.strictObject({
    members: z.array(member),
    /** Only for those who may invite. */
    invitations: z.array(invitation),
    /** Roles the asking person may invite people as. */
    mayInvite: z.array(role),
    mayLeave: z.boolean(),
  }),
}

/**
 * POST /api/o/{organisation}/member-invitations (fresh). The answer says nothing about whether the address has an account.
 * Problems: `not_entitled`, `already_member`, `already_open`, `limit_reached`.
 */
export const inviteMember = {
  params: inOrganisation,
  body: z.strictObject({ email: emailAddress, role, language }),
  answer: z.strictObject({ invitationId: id }),
}

/** POST /api/o/{organisation}/member-invitations/{invitation}/resend: a new link, 14 days more; the one before is useless. */
export const resendInvitation = { params: ofInvitation, answer: nothing }

/** DELETE /api/o/{organisation}/member-invitations/{invitation} */
export const withdrawInvitation = { params: ofInvitation, answer: nothing }

/** PATCH /api/o/{organisation}/members/{person} (fresh). Problems: `not_entitled`, `last_legal_representative`, `nothing_changed`. */
export const changeRole = { params: ofPerson, body: z.strictObject({ role }), answer: nothing }

/** DELETE /api/o/{organisation}/members/{person} (fresh): visits and assignments end at once. Problems: `not_entitled`, `last_legal_representative`. */
export const removeMember = { params: ofPerson, answer: nothing }

/** POST /api/o/{organisation}/members/leave: the asking person goes. Problems: `last_legal_representative`. */
export const leaveOrganisation = { params: inOrganisation, answer: nothing }

const link = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

/** GET /api/member-invitations/{token}: what the page behind the link shows before sign-in. Opening it changes nothing. */
export const openMemberInvitation = {
  params: link,
  answer: z.strictObject({
    organisation: z.string(),
    /** `i…@alpweb.example` */
    maskedAddress: z.string(),
    state: z.enum(['open', 'expired', 'accepted', 'withdrawn']),
    expiresAt: time,
    /** Only for who is signed in with the invited address. */
    role: role.nullable(),
    isYourAddress: z.boolean(),
  }),
}

/** POST /api/member-invitations/{token}/accept. Problems: `address_not_proven`, `already_member`, `request_expired`, `request_withdrawn`. */
export const acceptInvitation = { params: link, answer: z.strictObject({ organisationId: id }) }
