// In which ways whoever is signed in can confirm that it is them. To be asked anew each time.
import { getWaysToProve } from '../../server/sign-in/contract.ts'
import { api } from '../api.ts'

export const waysToProve = api.query(getWaysToProve, '/api/sign-in/again', {})
