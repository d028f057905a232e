/** What side changes are about, and what of it leaves with an undo, as both databases ask for it. */
import type { SidePage } from "../../app/ports/undo-ports.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { DbRow } from "../db-row.ts";
import { ACCOUNT_TEXTS } from "../runs/account-texts.ts";

export const PIPELINE_FIELDS: readonly string[] = ["external_id", "name", "is_default"];

/** Fields come from the ledger, and are columns of the object's table: those of accounts, or what a contact says of its account. */
export const SIDE_FIELDS: Readonly<Record<ObjectKind, readonly string[]>> = {
  contact: [ACCOUNT_LINK, ...ACCOUNT_TEXTS],
  account: ["external_id", "name", "domain", "main_contact"],
  opportunity: [],
  pipeline: PIPELINE_FIELDS,
  stage: [],
};

/** What the fields hold now. @param row in their order */
export const presentFields = (object: ObjectKind, row: DbRow): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    SIDE_FIELDS[object].map((field, at) => [field, row[at] === null || row[at] === undefined ? null : String(row[at])]),
  );

/** What the import made does not count, whoever has changed it: what stays of it in an account is found line by line. */
export const isOwnLeaving = (leaving: SidePage["leaving"]): boolean => typeof leaving === "string";

/** Numbers of those of one kind that would be gone by then. */
export const numbersLeaving = (leaving: SidePage["leaving"], kind: ObjectKind): readonly number[] =>
  typeof leaving === "string" ? [] : leaving.flatMap(({ object, number }) => (object === kind ? [number] : []));
