/** What both databases answer. */
export type DbValue = string | number | bigint | null | Uint8Array;
/** Values in the order of the statement's columns. */
export type DbRow = readonly DbValue[];
