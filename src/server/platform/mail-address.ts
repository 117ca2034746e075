// Which addresses mail is sent to: a plain mailbox at a domain (RFC 5321 dot-string). No quoted names, groups, comments, address
// literals or control characters, which mail programs read in different ways; and no letters that no domain can have (UTS #46).

const addressMax = 254
const localMax = 64
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u

export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  const labels = text.slice(at + 1).split('.')
  if (at < 1 || text.length > addressMax || name.length > localMax) return false
  if (!URL.canParse(`http://${labels.join('.')}`)) return false
  return local.test(name) && labels.length >= 2 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
}
