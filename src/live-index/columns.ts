// Columns of numbers that grow by half of their length when they are full, and are cut to what is used once a load is over.

export type Column = Int32Array | Uint32Array | Uint8Array | Float64Array

/** The same column, or a longer copy that holds at least `length` values. */
export function grown<C extends Column>(column: C, length: number): C {
  if (length <= column.length) return column
  const longer = new (column.constructor as new (length: number) => C)(Math.max(length, 16, column.length + (column.length >> 1)))
  longer.set(column as never)
  return longer
}

export function trimmed<C extends Column>(column: C, length: number): C {
  return length < column.length ? (column.slice(0, length) as C) : column
}
