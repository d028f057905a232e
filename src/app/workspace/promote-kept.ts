/**
 * Custom data becomes a real field: what contacts keep under a name is read by the field's type, all of it, and what can be read
 * becomes the field's value. What cannot stays custom data, as it was. Looked at first, then done in one transaction.
 */
import { ColumnEvidence } from "../../core/contact/column-evidence.ts";
import { checkCustomField } from "../../core/contact/custom-field.ts";
import type { Field } from "../../core/contact/field.ts";
import { keyFromLabel } from "../../core/contact/field-key.ts";
import { type ReadValue, valueReader } from "../../core/contact/value-reader.ts";
import { type ValueSettings, valueSettingsOf } from "../../core/contact/value-settings.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { DateOrder } from "../../core/policy/policy.ts";
import { accept, type Result, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { CONTACTS_PAGE, UNREAD_TEXTS } from "../limits.ts";
import type { Promoted } from "../ports/kept-source.ts";
import type { ContactRow, Ports, Workspace } from "../ports.ts";
import { findContactField } from "../view/contact-field.ts";
import { loadContactSchema } from "../view/contact-schema.ts";

type StorePort = Pick<Ports, "store">;

export type PromotionRequest = {
  /** Name of the custom data, with or without `kept:`. */
  readonly name: string;
  /** Null = made from the name. */
  readonly key: string | null;
  readonly label: string | null;
  readonly type: string;
  readonly options: readonly string[];
  /** Null = as the values show, else as the policy says. */
  readonly dateOrder: DateOrder | null;
  /** ISO 3166 alpha-2; null = the policy's. */
  readonly country: string | null;
};

export type Promotion = {
  readonly field: Field;
  /** Name of the custom data. */
  readonly name: string;
  readonly settings: ValueSettings;
  /** Contacts whose text was read, and those that keep it as it is. */
  readonly read: number;
  readonly unread: number;
  /** Texts that could not be read, the most frequent first. */
  readonly unreadTexts: readonly { readonly text: string; readonly contacts: number }[];
};

/** What would become of the values. Writes nothing. */
export async function previewPromotion(
  ports: StorePort,
  workspace: Workspace,
  request: PromotionRequest,
): Promise<Result<Promotion>> {
  const { fields, kept } = await loadContactSchema(ports, workspace);
  const wanted = request.name.startsWith(KEPT_PREFIX) ? request.name : KEPT_PREFIX + request.name;
  const found = findContactField(wanted, fields, kept);
  if (!found.ok) return found;
  const name = found.value.key.slice(KEPT_PREFIX.length);
  const key = request.key ?? keyFromLabel(name);
  if (key === "")
    return refuseNaming("field_invalid", [name], `No key can be made from “${shown(name)}”: say one with --key.`);
  const { type, options } = request;
  const checked = checkCustomField(
    { key, label: request.label ?? name, type, options, holdsExternalId: false },
    fields,
  );
  if (!checked.ok) return checked;
  const field: Field = { ...checked.value, promotedFrom: name };
  const settings = await settingsFor(ports, workspace, { field, request });
  const read = promotionReader({ field, settings });
  const texts = new Map<string, number>();
  const counts = { read: 0, unread: 0 };
  for await (const { values } of contactsWith(ports, workspace, name)) {
    const text = values.get(KEPT_PREFIX + name) ?? "";
    if (read(text) !== null) {
      counts.read++;
      continue;
    }
    counts.unread++;
    if (texts.has(text) || texts.size < UNREAD_TEXTS) texts.set(text, (texts.get(text) ?? 0) + 1);
  }
  const unreadTexts = [...texts].map(([text, contacts]) => ({ text, contacts }));
  unreadTexts.sort((a, b) => b.contacts - a.contacts);
  return accept({ field, name, settings, ...counts, unreadTexts });
}

/** Makes the field and fills it. What was kept since the preview is read by the same settings. */
export async function promoteKept(
  ports: StorePort,
  workspace: Workspace,
  { field, name, settings }: Promotion,
): Promise<Result<Promoted>> {
  return ports.store.fields.promote(workspace.number, field, { name, read: promotionReader({ field, settings }) });
}

/** Null where the text is no value of the field. */
function promotionReader({ field, settings }: Pick<Promotion, "field" | "settings">): (text: string) => string | null {
  const read: ReadValue = valueReader(field, { ...settings, createOptions: false });
  return (text) => {
    const reading = read(text);
    return typeof reading === "string" && reading !== "" ? reading : null;
  };
}

/** As for a column of a file: all values together show how each is meant. */
async function settingsFor(
  ports: StorePort,
  workspace: Workspace,
  { field, request }: { readonly field: Field; readonly request: PromotionRequest },
): Promise<ValueSettings> {
  const evidence = new ColumnEvidence(field.type);
  const name = field.promotedFrom ?? "";
  for await (const { values, number } of contactsWith(ports, workspace, name)) {
    evidence.observe(values.get(KEPT_PREFIX + name) ?? "", number);
  }
  const { dateOrder: shownOrder = "unknown", decimalMark = "unknown", dayCounts = false } = evidence.decide();
  const given = valueSettingsOf(workspace.policy);
  const isShown = shownOrder !== "unknown" && shownOrder !== "conflict";
  return {
    ...given,
    country: request.country ?? given.country,
    dateOrder: request.dateOrder ?? (isShown ? shownOrder : given.dateOrder),
    decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
    dayCounts,
  };
}

async function* contactsWith({ store }: StorePort, workspace: Workspace, name: string): AsyncGenerator<ContactRow> {
  const filters = [{ field: KEPT_PREFIX + name, op: "not_empty" as const, value: "", list: false }];
  for (let after = 0; ; ) {
    const page = await store.contacts.list(workspace.number, { search: null, filters, after, limit: CONTACTS_PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    yield* page;
    after = last.number;
  }
}
