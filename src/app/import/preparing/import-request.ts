/** What somebody asks of an import now, and what of it is kept. */
import type { Actor } from "../../../core/member/actor.ts";
import type { ImportSettings } from "../import-settings.ts";
import type { ImportWish } from "../import-wish.ts";
import type { PolicyWish } from "./import-policy.ts";

export type ImportRequest = Omit<ImportWish, "set"> &
  PolicyWish & {
    /** Name under which the mapping is to be remembered besides. */
    readonly saveMapping: string | null;
  };

export function wishOf({ actor: _, saveMapping: _name, set, ...request }: ImportRequest): ImportWish {
  return { ...request, set: Object.fromEntries(set) };
}

export const requestOf = ({ set, ...wish }: ImportWish, actor: Actor): ImportRequest => ({
  ...wish,
  set: new Map(Object.entries(set)),
  saveMapping: null,
  actor,
});

/** As far as its settings tell it, for an import that was made before wishes were kept: single policy keys are not among it. */
export function wishIn(settings: ImportSettings): ImportWish {
  if (settings.asked !== undefined) return settings.asked;
  const { object = "contact", second, policy, dialect, mapping } = settings;
  return {
    object: second?.contacts === "found" ? "opportunity" : object,
    ...(second?.contacts === "made" ? { withOpportunities: true } : {}),
    ...{ preset: settings.preset, mode: policy.mode, set: {} },
    dialect: dialect.numbered
      ? {}
      : { encoding: dialect.encoding, delimiter: dialect.delimiter, header: dialect.header },
    sheet: dialect.sheet ?? null,
    map: mapping.flatMap(({ column, target, foundBy }) =>
      foundBy !== "person" || target.to === "keep"
        ? []
        : [`#${column + 1}=${target.to === "field" ? target.field : ""}`],
    ),
    ...{ mapping: null, tags: settings.tags, owner: settings.owner, workflow: null, doNotTouch: false },
    ...{ country: settings.country || null, dateOrder: settings.dateOrder, disclaimerAccepted: false },
  };
}
