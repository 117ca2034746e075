// Somebody leaves the partner, or is away for a while: what hangs on them, who follows, and who stands in.
import { z } from 'zod'
import { tag } from '../customer-notes/contract.ts'

const id = z.uuid()
const ofPerson = z.strictObject({ organisation: id, person: id })
const successor = id.nullable()

/** GET /api/o/{organisation}/members/{person}/off-boarding: nothing changes by it. */
export const previewOffBoarding = {
  params: ofPerson,
  answer: z.strictObject({
    person: z.strictObject({ id, name: z.string() }),
    /** Customers assigned to them; the first hundred by name. */
    customers: z.array(
      z.strictObject({
        id,
        name: z.string(),
        tags: z.array(z.string()),
        /** No other person and no team of others has it. */
        leftWithNobody: z.boolean(),
        /** The customer admits people by name and decides on the successor itself. */
        namedPeopleOnly: z.boolean(),
      }),
    ),
    customersInAll: z.int(),
    leftWithNobody: z.int(),
    /** Customers where they are at this moment. */
    visitsNow: z.array(z.string()),
    teams: z.array(z.string()),
    /** Requests they prepared that wait for release. They stay. */
    prepared: z.int(),
    /** Open requests that shall be theirs, or were planned by them. */
    planned: z.int(),
    /** Rules they made, or that assign to them. */
    rules: z.array(z.string()),
    /** Accesses for a time: theirs, also as a substitute. */
    timed: z.int(),
    /** What they asked for and nobody answered. */
    asked: z.int(),
    /** Links, SSH keys and forwardings they made at customers: they close. */
    waysIn: z.int(),
    /** Passwords of customers' mailboxes they set: they still work, and the customers are told. */
    passwords: z.int(),
    /** Firewall rules they made at customers: they still let in what they let in, and the customers see whose they are. */
    firewallRules: z.int(),
  }),
  summary: 'What hangs on a member of the partner who is to leave',
}

/** POST …/off-board (fresh): everything ends at once, and the successors have the customers. Problems: as for removing a member, `not_found`. */
export const offBoardMember = {
  params: ofPerson,
  body: z.strictObject({ successor, groups: z.array(z.strictObject({ tag, successor })).max(50).default([]) }),
  /** `receipt`: since when all is closed. */
  answer: z.strictObject({
    customers: z.int(),
    handedOn: z.int(),
    visitsEnded: z.int(),
    receipt: z.strictObject({ id: z.uuid() }).nullable(),
  }),
  summary: 'A member leaves the partner: visits, assignments and membership end in one step, successors take over',
}

/** POST …/cover (fresh): a substitute has the same customers, with the same rights, until the end of that day. Problems: `end_out_of_bounds`. */
export const coverMember = {
  params: ofPerson,
  body: z.strictObject({ substitute: id, until: z.iso.date() }),
  answer: z.strictObject({ customers: z.int() }),
  summary: 'A substitute has somebody’s customers until a date',
}
