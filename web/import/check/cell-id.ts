/** The id by which the grid tells which of its cells is active. */
export type Place = { readonly row: number; readonly column: number };

export const cellId = (id: string, { row, column }: Place): string => `${id}-${row}-${column}`;
