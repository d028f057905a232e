/** Imports and undos on their way to their end: who works on them, if anybody does. */
import { isHeld } from "../app/import/abandoned-imports.ts";
import { holderName } from "../app/ports/import-ref.ts";
import type { ImportRecord, Ports } from "../app/ports.ts";

export const isUnderWay = ({ state }: ImportRecord): boolean => state === "running" || state === "undoing";

export const workerOn = ({ lease }: ImportRecord): string => (lease ? holderName(lease.holder) : "another process");

/** The state of an import, and of one under way whether it goes on by itself. */
export function underWayText(ports: Ports, record: ImportRecord): string {
  const { state } = record;
  if (!isUnderWay(record)) return state;
  return isHeld(ports, record) ? `${state}: ${workerOn(record)} works on it` : `${state}, and nobody works on it`;
}
