// The address one signs in with, kept in this tab: a telephone may drop the page while its owner reads the mail with the code.
import { useState } from 'react'

const key = 'sign-in-address'

export function useKeptAddress(): readonly [string, (email: string) => void] {
  const [email, setEmail] = useState(() => sessionStorage.getItem(key) ?? '')
  const keep = (next: string) => {
    setEmail(next)
    if (next === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, next)
  }
  return [email, keep]
}
