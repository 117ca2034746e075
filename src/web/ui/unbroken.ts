// What stays in one piece as long as there is room: an address of which only a part is shown (in…@baeckerei.example), and numbers.
export const unbroken = (address: string): string => address.replace('…@', '…\u2060@')

/** A number with hyphens stays in one piece. */
export const unbrokenNumber = (number: string): string => number.replaceAll('-', '\u2011')
