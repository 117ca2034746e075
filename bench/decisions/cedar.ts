// Cedar (WebAssembly): one policy, parsed once; person and product as entities, the partnership in the context. Cedar has no loops, so the
// caller picks from the rows those in time that reach the product, and hands over their rights as a set.
import type { Load } from './engine.ts'
import { peer } from './peers.ts'
import type { Request } from './requests.ts'
import { callerOf, rightsInUse, type Slice } from './slice.ts'

type Uid = { readonly type: string; readonly id: string }
type Call = {
  readonly principal: Uid
  readonly action: Uid
  readonly resource: Uid
  readonly context: object
  readonly preparsedPolicySetId: string
  readonly entities: readonly object[]
}
type Answer = {
  readonly type: string
  readonly response?: { readonly decision: string; readonly diagnostics: { readonly errors: readonly unknown[] } }
  readonly errors?: unknown
}
type Cedar = {
  readonly preparsePolicySet: (id: string, policies: { readonly staticPolicies: string }) => { readonly type: string }
  readonly statefulIsAuthorized: (call: Call) => Answer
}

const policy = `permit (principal is Person, action, resource is Product) when {
  principal.partner == context.partnership.partner &&
  context.customer == context.partnership.customer && resource.owner == context.customer &&
  context.partnership.open && context.partnership.notBefore <= context.now && context.partnership.notAfter > context.now &&
  (!context.sensitive || context.partnership.securedAt <= context.now) &&
  (!context.partnership.namedPeopleOnly || principal.admitted) &&
  (context.family == "" || context.family == resource.family) &&
  context.inUse.contains(context.right) && context.inUse.contains(context.needed) &&
  (principal.everything || (principal.assigned.contains(context.right) && principal.assigned.contains(context.needed)))
};`
const policies = 'prokura'

export const loadCedar: Load = (world) => {
  const cedar = peer<Cedar>('@cedar-policy/cedar-wasm/nodejs')
  const parsed = cedar.preparsePolicySet(policies, { staticPolicies: policy })
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed))
  const find = callerOf(world)
  return {
    holdsGrants: false,
    ways: {
      cedar: {
        kind: 'in_process',
        check(request) {
          const slice = find(request)
          if (slice === undefined) return false
          const answer = cedar.statefulIsAuthorized(callOf(slice, request, world.now))
          if (answer.response === undefined || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer))
          return answer.response.decision === 'allow'
        },
      },
    },
  }
}

function callOf(slice: Slice, asked: Request, now: number): Call {
  const principal = { type: 'Person', id: asked.person }
  const resource = { type: 'Product', id: asked.product }
  const { partnership, right, needed, sensitive, family } = slice
  return {
    principal,
    action: { type: 'Action', id: right },
    resource,
    context: {
      now,
      right,
      needed,
      sensitive,
      family: family ?? '',
      customer: asked.customer,
      partnership,
      inUse: rightsInUse(slice, now),
    },
    preparsedPolicySetId: policies,
    entities: [
      { uid: principal, attrs: slice.person, parents: [] },
      { uid: resource, attrs: { owner: slice.product.owner, family: slice.product.family }, parents: [] },
    ],
  }
}
