/** One contact, or another object, with its past: what each value is, which import, line and column wrote it, and which imports touched it. */
import { ACCOUNT_PART_OF } from "../../core/account/account-keys.ts";
import type { Field } from "../../core/contact/field.ts";
import { PROFILE_FIELDS } from "../../core/enrichment/profile.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import { OVERFLOW } from "../../core/mapping/overflow-field.ts";
import { presentAddresses, withPresentAddresses } from "../../core/member/present-address.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { derivedFields } from "../../core/plan/derived-fields.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { encodeId } from "../../core/public-id.ts";
import type { FixedCell, Row } from "../../core/tabular/rows/row.ts";
import type { AccountRow, ContactEvent, ContactRow, ImportRecord, ObjectRow, Ports, Workspace } from "../ports.ts";
import { StoredRows } from "../table/stored-rows.ts";
import { type CardBulkChange, cardBulkChanges, type WrittenByHand, writtenByHand } from "./card-bulk-changes.ts";
import { type CardMerge, cardMerges } from "./card-merges.ts";
import { loadFields } from "./contact-schema.ts";
import { type ContactChange, changeOf, inTime } from "./past-changes.ts";
import { valueColumns } from "./value-columns.ts";

export type ObjectCard<Row extends ObjectRow> = {
  readonly row: Row;
  /** In the order of the schema, custom data last. */
  readonly values: readonly ContactValue[];
  /** Newest first; the creation last. */
  readonly history: readonly ContactChange[];
};

type ContactValue = {
  /** `kept:NAME` for custom data. */
  readonly key: string;
  readonly label: string;
  readonly field: Field | null;
  /** Lists as their JSON text. */
  readonly value: string;
  /** Null where no import wrote what the field holds now. */
  readonly origin: ValueOrigin | null;
  /** Who wrote it, on this contact alone or in a bulk change; absent = nobody. */
  readonly byHand?: WrittenByHand;
};

type ValueOrigin = {
  /** Public id. */
  readonly import: string;
  /** Null where a workflow wrote it. */
  readonly line: number | null;
  /** Name of the workflow of that import, where it wrote the value. */
  readonly workflow?: string;
  /** Header of the column, several joined with ` + `; null where no column said it, such as a tag of the whole import. */
  readonly column: string | null;
  /** The cell as it stands in the file; several joined by line breaks. */
  readonly raw: string | null;
  /** Who corrected it before the import ran, with what was written instead; absent = nobody. */
  readonly corrected?: { readonly value: string; readonly by: string; readonly at: string };
};

export type ContactCard = ObjectCard<ContactRow> & {
  /** The account that the contact belongs to. */
  readonly account: AccountRow | null;
  /** Newest first: merges that it took others in by, and that are not undone. */
  readonly merges: readonly CardMerge<ContactChange>[];
  /** Newest first: also those that were undone. */
  readonly bulkChanges: readonly CardBulkChange[];
};

export async function contactCard(
  ports: Pick<Ports, "store" | "files">,
  workspace: Workspace,
  contact: ContactRow,
): Promise<ContactCard> {
  const { bulkChanges, ...card } = await pastOf(ports, workspace, contact);
  const account = contact.account === null ? null : await ports.store.accounts.get(workspace.number, contact.account);
  const merged = await cardMerges(contact, await ports.store.merges.keptIn(workspace.number, contact.number), {
    idKey: workspace.idKey,
    pastOf: (row) => pastOf(ports, workspace, row),
  });
  const values = card.values.map((value) => {
    const given = value.byHand ? undefined : merged.origins.get(value.key);
    return given === undefined ? value : { ...value, ...given };
  });
  return { ...card, values, account, merges: merged.merges, bulkChanges };
}

/** What imports, workflows and people did to a contact, also to one that was merged into another. */
async function pastOf(
  ports: Pick<Ports, "store" | "files">,
  workspace: Workspace,
  row: ContactRow,
): Promise<ObjectCard<ContactRow> & Pick<ContactCard, "bulkChanges">> {
  const card = await objectCard(ports, workspace, { object: "contact", row });
  const events = await ports.store.bulkChanges.ofContact(workspace.number, row.number);
  const bulkChanges = cardBulkChanges(workspace.idKey, events);
  const values = card.values.map((value) => {
    const byHand = writtenByHand(value.key, row, { events: bulkChanges, history: card.history });
    return byHand ? { ...value, origin: null, byHand } : value;
  });
  return { ...card, values, bulkChanges };
}

export async function objectCard<Row extends ObjectRow>(
  ports: Pick<Ports, "store" | "files">,
  workspace: Workspace,
  { object, row }: { readonly object: ObjectKind; readonly row: Row },
): Promise<ObjectCard<Row>> {
  const found = await ports.store.ledger.history(workspace.number, row.number, object);
  const imports = await importsOf(ports, workspace, found);
  const events = lastBegunFirst(found, imports);
  // An owner who was written under a former address is still the one whom that line wrote.
  const addresses = presentAddresses(await ports.store.members.list(workspace.number));
  const written = events.map(({ changes, ...event }) => ({
    ...event,
    changes: changes && withPresentAddresses(changes, addresses),
  }));
  const steps = object === "contact" ? await workflowSteps(ports, workspace, { contact: row.number, addresses }) : [];
  const origins = new OriginFinder(ports, { object, imports, events: written, steps });
  const fields = await loadFields(ports, workspace, object);
  const values: ContactValue[] = [];
  for (const { key, label, field } of inOrder(row, fields)) {
    const value = row.values.get(key) ?? "";
    values.push({ key, label, field, value, origin: await origins.find(keysOf(key, field), value) });
  }
  return {
    row,
    values,
    history: inTime(
      steps,
      events.map((event) => changeOf(event, { object, record: imports.get(event.import), workspace })),
    ),
  };
}

/** An import may begin long after it was planned; what one of them did keeps its order. */
function lastBegunFirst(
  events: readonly ContactEvent[],
  imports: ReadonlyMap<number, ImportRecord>,
): readonly ContactEvent[] {
  const beganAt = (event: ContactEvent): number => imports.get(event.import)?.startedAt ?? 0;
  return events.toSorted((a, b) => beganAt(b) - beganAt(a));
}

async function workflowSteps(
  { store }: Pick<Ports, "store">,
  { number, idKey }: Workspace,
  { contact, addresses }: { readonly contact: number; readonly addresses: ReturnType<typeof presentAddresses> },
): Promise<readonly ContactChange[]> {
  return (await store.workflows.stepsOf(number, contact)).map((step) => ({
    ...{ kind: "workflow" as const, workflow: step.workflow, line: null, file: null, at: step.at },
    changes: withPresentAddresses(step.changes, addresses),
    import: encodeId("imp", idKey, step.import),
  }));
}

async function importsOf(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  events: readonly ContactEvent[],
): Promise<ReadonlyMap<number, ImportRecord>> {
  const records = new Map<number, ImportRecord>();
  for (const number of new Set(events.map((event) => event.import))) {
    const record = await store.imports.get({ workspace: workspace.number, import: number });
    if (record) records.set(number, record);
  }
  return records;
}

function inOrder(contact: ObjectRow, fields: readonly Field[]): readonly Omit<ContactValue, "value" | "origin">[] {
  const known = fields.filter(({ key }) => contact.values.has(key));
  const keys = new Set(known.map(({ key }) => key));
  const others = [...contact.values.keys()].filter((key) => !keys.has(key)).sort();
  return [
    ...known.map((field) => ({ key: field.key, label: field.label, field })),
    ...others.map((key) => ({
      key,
      label: key.startsWith(KEPT_PREFIX) ? key.slice(KEPT_PREFIX.length) : key,
      field: null,
    })),
  ];
}

const NO_ROW: Pick<Row, "cells" | "fixed"> = { cells: [] };

/** Under which keys imports may have written the value: that of the field, and of the custom data that it was made of. */
const keysOf = (key: string, field: Field | null): readonly string[] => [
  key,
  ...(field?.promotedFrom === undefined ? [] : [KEPT_PREFIX + field.promotedFrom]),
];

/** Of lines about two objects each has columns of its own. */
function asPartOf(object: ObjectKind, record: ImportRecord): ImportRecord {
  const { second } = record.settings;
  if (second?.object !== object) return record;
  const { contacts: _, ...part } = second;
  return { ...record, settings: { ...record.settings, ...part } };
}

const columnsOf = ({ settings }: ImportRecord, field: string): readonly ColumnMapping[] =>
  settings.mapping.filter(({ target }) => target.to === "field" && target.field === field);

const correctedBy = ({ value, by, at }: FixedCell) => ({ value, by, at: new Date(at).toISOString() });

/** No cell said it, nor a part of one: it came with the profile that was looked up. */
const isFromProfile = ({ settings: { enriches, mapping, policy } }: ImportRecord, key: string): boolean =>
  enriches === true &&
  PROFILE_FIELDS.some((field) => field === key) &&
  derivedFields(mapping, policy.splitNames).every(({ field }) => field !== key);

/** The field of the file's lines that an object's field is written from: a contact's line says its account's name. */
function fieldIn({ settings }: ImportRecord, object: ObjectKind, key: string): string {
  if ((settings.object ?? "contact") === object) return key;
  const pair = Object.entries(ACCOUNT_PART_OF).find(([part, said]) => (object === "account" ? part : said) === key);
  return (object === "account" ? pair?.[1] : pair?.[0]) ?? key;
}

/** A line's cells are read once, however many fields it wrote. */
class OriginFinder {
  readonly #ports: Pick<Ports, "files">;
  readonly #object: ObjectKind;
  readonly #imports: ReadonlyMap<number, ImportRecord>;
  /** Newest first, without what was undone. */
  readonly #events: readonly ContactEvent[];
  readonly #steps: readonly ContactChange[];
  readonly #rows = new Map<ContactEvent, Pick<Row, "cells" | "fixed">>();

  constructor(
    ports: Pick<Ports, "files">,
    {
      object,
      imports,
      events,
      steps,
    }: {
      readonly object: ObjectKind;
      readonly imports: ReadonlyMap<number, ImportRecord>;
      readonly events: readonly ContactEvent[];
      readonly steps: readonly ContactChange[];
    },
  ) {
    this.#ports = ports;
    this.#object = object;
    this.#steps = steps;
    this.#imports = imports;
    const lineOf = (event: ContactEvent): string => `${event.import}:${event.line}`;
    const undone = new Set(events.filter(({ kind }) => kind === "undone").map(lineOf));
    this.#events = events.filter((event) => event.kind !== "undone" && !undone.has(lineOf(event)));
  }

  /** The last line that changed the field, else the one that made the contact. */
  async find(keys: readonly string[], value: string): Promise<ValueOrigin | null> {
    const [key = ""] = keys;
    const writer = this.#events.find(
      ({ kind, changes }) => kind === "created" || keys.some((known) => Object.hasOwn(changes ?? {}, known)),
    );
    const found = writer && this.#imports.get(writer.import);
    const record = found && asPartOf(this.#object, found);
    const holds = ({ changes }: Pick<ContactEvent, "changes">): boolean => changes?.[key]?.[1] === value;
    const step = this.#steps.find(holds);
    if (step?.workflow && !(writer && holds(writer)))
      return { import: step.import, line: null, workflow: step.workflow, column: null, raw: null };
    // A value that the line did not write: somebody has changed it by hand, or an undo has put it together anew.
    const wrote = writer?.changes?.[key];
    if (!record || (writer.kind === "updated" && wrote !== undefined && wrote[1] !== value)) return null;
    const said = fieldIn(record, this.#object, key);
    const columns = columnsOf(record, said);
    const kept = record.settings.mapping.filter(
      ({ target }) => target.to === "keep" && keys.includes(KEPT_PREFIX + target.name),
    );
    const all = [...columns, ...kept];
    const { cells, fixed = [] } = all.length === 0 ? NO_ROW : await this.#rowOf(writer, record);
    const isFilled = ({ column }: ColumnMapping): boolean => (cells[column] ?? "").trim() !== "";
    const list = OVERFLOW.get(said) ?? "";
    const filled = valueColumns(
      record.settings,
      { field: said, list, value, cells },
      { own: all.filter(isFilled), further: columnsOf(record, list).filter(isFilled) },
    );
    const rawText = (column: number): string =>
      fixed.find((cell) => cell.column === column)?.was ?? cells[column] ?? "";
    const correction = fixed.find((cell) => filled.some(({ column }) => column === cell.column));
    const looked = filled.length === 0 && isFromProfile(record, key);
    const named = looked ? ["LinkedIn profile"] : filled.map(({ header, column }) => header || `Column ${column + 1}`);
    return {
      import: record.id,
      line: writer.line,
      column: named.length === 0 ? null : named.join(" + "),
      raw: filled.length === 0 ? null : filled.map(({ column }) => rawText(column)).join("\n"),
      ...(correction === undefined ? {} : { corrected: correctedBy(correction) }),
    };
  }

  async #rowOf(event: ContactEvent, record: ImportRecord): Promise<Pick<Row, "cells" | "fixed">> {
    const isGone = record.settings.source.since?.expiredAt !== undefined;
    const known =
      (isGone ? NO_ROW : this.#rows.get(event)) ??
      (await new StoredRows(this.#ports.files, record.settings).rowAt(event)) ??
      NO_ROW;
    this.#rows.set(event, known);
    return known;
  }
}
