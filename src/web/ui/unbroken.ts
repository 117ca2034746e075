// An address of which only a part is shown stays in one piece as long as there is room: in…@baeckerei.example
export const unbroken = (address: string): string => address.replace('…@', '…\u2060@')
