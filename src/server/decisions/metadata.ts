// Where the decision API stands (Authorization API 1.0, sections 9 and 10.1).

export const metadataPath = '/.well-known/authzen-configuration'

export const paths = {
  evaluation: '/access/v1/evaluation',
  evaluations: '/access/v1/evaluations',
  'search/subject': '/access/v1/search/subject',
  'search/resource': '/access/v1/search/resource',
  'search/action': '/access/v1/search/action',
} as const
export type Operation = keyof typeof paths

export function metadata(publicUrl: string): object {
  return {
    policy_decision_point: publicUrl,
    access_evaluation_endpoint: publicUrl + paths.evaluation,
    access_evaluations_endpoint: publicUrl + paths.evaluations,
    search_subject_endpoint: publicUrl + paths['search/subject'],
    search_resource_endpoint: publicUrl + paths['search/resource'],
    search_action_endpoint: publicUrl + paths['search/action'],
  }
}
