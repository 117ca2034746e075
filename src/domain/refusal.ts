// A "no" that ends a request. Each code has a status at the server's edge and a sentence in five languages.

export const refusalCodes = [
  // who
  'not_signed_in',
  'not_entitled',
  'not_enough_approvers',
  'not_found',
  'own_organisation',
  'own_proposal',
  'asker_cannot_answer',
  'address_not_proven',
  'partner_not_verified',
  'fresh_authentication_needed',
  'second_factor_needed',
  'wrong_credentials',
  'code_wrong',
  'code_expired',
  'passkey_wrong',
  'passkey_expired',
  'password_too_weak',
  'credential_in_use',
  'last_credential',
  // the state of things
  'request_expired',
  'request_not_released',
  'request_withdrawn',
  'other_legal_person',
  'already_answered',
  'already_claimed',
  'already_released',
  'already_open',
  'already_customer',
  'already_member',
  'unknown_person',
  'has_a_part',
  'already_ended',
  'already_suspended',
  'not_suspended',
  'not_active',
  'not_over_yet',
  'suspended_by_operator',
  'changed_meanwhile',
  'second_signature_needed',
  'second_signature_asked',
  'second_representative_missing',
  'domain_not_proven',
  'look_alike',
  'blocked',
  'nothing_changed',
  'undo_over',
  'mail_always_comes',
  // the content of an answer or a request
  'nothing_asked',
  'nothing_granted',
  'unknown_right',
  'scope_not_fitting',
  'scope_unresolved',
  'view_missing',
  'sensitive_unanswered',
  'enlarges',
  'partner_must_agree',
  'end_out_of_bounds',
  'end_before_start',
  'spending_limit_invalid',
  'spending_limit_exceeded',
  'invalid_address',
  'invalid_name',
  'name_in_use',
  'invalid_register_number',
  'invalid_domain',
  'passed_on_too_often',
  // members and visits
  'last_legal_representative',
  'visit_needed',
  'visit_over',
  'access_stopped',
  'access_time_over',
  'second_factor_to_enter',
  'right_missing',
  'visit_limits_out_of_bounds',
  'visit_reason_needed',
  // cases at the provider
  'case_closed',
  'outcome_not_fitting',
  'second_operator_needed',
  'consent_needed',
  // reviews of access
  'review_open',
  'review_closed',
  'nothing_to_review',
  'too_many_items',
  // the edge
  'invalid_record',
  'address_in_use',
  'name_taken',
  'product_inactive',
  'invalid_input',
  'idempotency_conflict',
  'too_many_requests',
  'limit_reached',
  'unavailable',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** Thrown to end a request with a "no"; `detail` is for the log, never for the screen. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: string | undefined

  constructor(code: RefusalCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }
}
