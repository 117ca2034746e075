// What fingers type without a thought: rows of the keyboard, the alphabet, counting, forwards and backwards.

const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  '1q2w3e4r5t6z7u8i9o0p',
  '1a2s3d4f5g6h7j8k9l',
]
const walks = [...rows, ...rows.map((row) => Array.from(row).toReversed().join(''))]

/** Whether a lower-case text is made of such runs, each at least three characters long, and at most two other characters. */
export function isSequence(text: string): boolean {
  let at = 0
  let others = 0
  while (at < text.length) {
    const length = runAt(text, at)
    if (length < 3) others++
    at += Math.max(1, length >= 3 ? length : 1)
  }
  return others <= 2 && text.length - others >= 3
}

function runAt(text: string, at: number): number {
  let length = 0
  while (at + length < text.length && walks.some((walk) => walk.includes(text.slice(at, at + length + 1)))) length++
  return length
}
