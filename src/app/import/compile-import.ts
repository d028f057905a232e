/** From an import's stored settings to everything that reading, matching and planning need, made once per pass. */
import { groupOwners, ownedFields } from "../../core/authority/owned-fields.ts";
import type { FieldType } from "../../core/contact/field.ts";
import { externalIdKey, nameKey } from "../../core/contact/identity-key.ts";
import { listText } from "../../core/contact/list-text.ts";
import { OPT_OUTS } from "../../core/contact/opt-outs.ts";
import type { OwnerLookup } from "../../core/contact/types/owner.ts";
import type { ValueSettings } from "../../core/contact/value-settings.ts";
import { PROFILE_FIELDS } from "../../core/enrichment/profile.ts";
import { callingCodes } from "../../core/mapping/calling-codes.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import { currencyColumns } from "../../core/mapping/currency-columns.ts";
import { domainKey } from "../../core/match/domain-key.ts";
import { KEY_KIND } from "../../core/match/key-hash.ts";
import { type MatchKeySpec, matchKeySpecs, OBJECT_KEYS } from "../../core/match/match-keys.ts";
import type { ValueAt } from "../../core/match/object-keys.ts";
import { indexMembers } from "../../core/member/find-member.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { SAID_OF_PIPELINE } from "../../core/pipeline/stage-keys.ts";
import type { PlanSettings } from "../../core/plan/batch-plan.ts";
import { derivedFields } from "../../core/plan/derived-fields.ts";
import type { DraftSettings } from "../../core/plan/draft-settings.ts";
import { MAIN_FLAG, SECOND_KEYS } from "../../core/plan/file-keys.ts";
import type { OwnedSlots } from "../../core/plan/merge.ts";
import { concernsAccounts } from "../../core/plan/row-account.ts";
import { compileShape, type ImportShape } from "../../core/plan/shape.ts";
import { secondSettings } from "./import-parts.ts";
import type { ReadSettings } from "./import-settings.ts";

export type CompiledImport = {
  readonly shape: ImportShape;
  readonly matchKeys: readonly MatchKeySpec[];
  readonly drafts: DraftSettings;
  readonly plan: PlanSettings;
};

type FieldsOf = ReadonlyMap<ObjectKind, readonly string[]>;

/** Fields that follow from what other columns say, and are written though no column is theirs. */
const LINKED: FieldsOf = new Map([
  ["opportunity", ["contact", "account", "pipeline", "stage", "status"]],
  ["stage", ["pipeline"]],
]);
/** Fields that every new object has, whatever its row says. */
const ALWAYS: FieldsOf = new Map([["stage", ["position", "is_closed_won", "is_closed_lost"]]]);
/** Fields that an object cannot be without: an empty cell never clears them. */
const NEEDED: FieldsOf = new Map([
  ["opportunity", ["name", "pipeline", "stage", "status"]],
  ["stage", ["stage_name", "position", "is_closed_won", "is_closed_lost"]],
]);

const slotsOf = ({ index }: ImportShape, fields: readonly string[]): readonly number[] =>
  fields.flatMap((field) => index.get(field) ?? []);

export function compileImport(settings: ReadSettings): CompiledImport {
  const { policy, object = "contact" } = settings;
  const always = [
    ...(settings.tags.length > 0 && object === "contact" ? ["tags"] : []),
    ...(settings.owner === null ? [] : ["owner"]),
    ...(policy.onMatch === "duplicate" && object === "contact" ? OPT_OUTS : []),
    ...(ALWAYS.get(object) ?? []),
  ];
  const constants = settings.constants ?? [];
  const several = settings.readings.flatMap(({ column, several }) => (several === true ? [column] : []));
  const shape = compileShape(settings.mapping, settings.fields, {
    object,
    always,
    several,
    filled: [...constants.map(({ field }) => field), ...givenFields(settings), ...(LINKED.get(object) ?? [])],
    derived: derivedFields(settings.mapping, policy.splitNames).map(({ field }) => field),
  });
  const matchKeys = matchKeySpecs(policy.match, shape);
  const matchKinds = matchKeys.flatMap(({ kind }) => kind ?? []);
  // All kinds are indexed, whatever this import matches on: the next one may match on others.
  const kinds = [...new Set([...matchKinds, ...OBJECT_KEYS[object].always])];
  const owner = shape.index.get("owner");
  const given = new Map(settings.owner !== null && owner !== undefined ? [[owner, settings.owner]] : []);
  return {
    shape,
    matchKeys,
    drafts: {
      ...draftSettings(settings, shape, matchKeys),
      keys: kinds.map((kind) => ({ tag: kind, texts: OBJECT_KEYS[object].texts(kind, shape) })),
    },
    plan: {
      shape,
      matchKeys,
      indexed: kinds,
      policy,
      rules: {
        ...policy,
        given: new Set([...given.keys(), ...slotsOf(shape, NEEDED.get(object) ?? [])]),
        owned: ownedSlots(settings, shape),
      },
      batchTags: settings.tags.length > 0 ? listText(settings.tags) : "",
      constants: given,
    },
  };
}

/** Whoever owns the main information of contacts also makes them. */
function ownedSlots({ policy, sources = [] }: ReadSettings, shape: ImportShape): OwnedSlots | null {
  if (shape.object !== "contact") return null;
  const creation = groupOwners(policy, sources).get("main_information") ?? null;
  const slots = [...ownedFields(policy, sources)].flatMap(([field, owner]) => {
    const slot = shape.index.get(field);
    return slot === undefined ? [] : [[slot, owner] as const];
  });
  return slots.length === 0 && creation === null ? null : { slots: new Map(slots), creation };
}

/** Fields that get values from elsewhere than the file. */
const givenFields = ({ enriches }: ReadSettings): readonly string[] => (enriches ? PROFILE_FIELDS : []);

/** Types whose cells say how the whole column is to be read. */
const EVIDENCE_TYPES: ReadonlySet<FieldType> = new Set(["date", "number", "money"]);

const PHONE_TYPES: ReadonlySet<FieldType> = new Set(["phone", "phone_list"]);

export type CompiledScan = {
  readonly drafts: DraftSettings;
  /** The same rows as their second object is read from them, beside the row of the first. */
  readonly second?: (first: ValueAt) => DraftSettings;
  readonly evidence: readonly {
    readonly column: number;
    readonly header: string;
    readonly type: FieldType;
    readonly areBirthdays: boolean;
    /** Column with the currencies of its amounts; -1 = none. */
    readonly currencies: number;
  }[];
  /** Columns whose numbers may show their country: none where a column or the workspace says it. */
  readonly phones: readonly number[];
};

/** The first look at a file reads only what identifies a contact: `tag` of a key is its position among the match keys. */
export function compileScan(settings: ReadSettings): CompiledScan {
  const own = compileOwnScan(settings);
  const second = secondSettings(settings);
  if (second === null) return own;
  const beside = compileOwnScan(second);
  const contactTexts = matchKeySpecs(settings.policy.match, own.drafts.shape).map(({ fileTexts }) => fileTexts);
  const contacts = settings.second?.contacts === "made" ? own.drafts : { ...own.drafts, keys: [] };
  return {
    ...own,
    drafts: contacts,
    evidence: [...own.evidence, ...beside.evidence],
    second: (contact) => ({
      ...beside.drafts,
      keys: beside.drafts.keys.map((key) => ({
        tag: SECOND_KEYS + key.tag,
        texts: second.policy.match[key.tag] === "name" ? besideContact(contactTexts, contact, key.texts) : key.texts,
      })),
    }),
  };
}

type TextsOf = (at: ValueAt) => readonly string[];

/** Opportunities of one name are the same where any key of their contacts is, or none of them names a contact. */
const besideContact =
  (contactTexts: readonly TextsOf[], contact: ValueAt, texts: TextsOf): TextsOf =>
  (at) => {
    const names = texts(at);
    if (names.length === 0) return names;
    const contacts = contactTexts.flatMap((textsOf, key) => textsOf(contact).map((text) => `${key}:${text}`));
    return (contacts.length === 0 ? [""] : contacts).flatMap((text) => names.map((name) => `${text}\u001f${name}`));
  };

function compileOwnScan(settings: ReadSettings): CompiledScan {
  const object = settings.object ?? "contact";
  const full = compileShape(settings.mapping, settings.fields, {
    object,
    filled: (settings.constants ?? []).map(({ field }) => field),
    derived: derivedFields(settings.mapping, settings.policy.splitNames).map(({ field }) => field),
  });
  const needed = new Set([
    ...full.slots
      .filter(({ key }, at) => key === "id" || key === "country" || full.isIdentity[at])
      .map(({ key }) => key),
    ...(object === "stage" ? SAID_OF_PIPELINE : []),
  ]);
  const filled = (settings.constants ?? []).map(({ field }) => field).filter((field) => needed.has(field));
  // Whether a constant fills a line that may be without the object, all its cells say.
  const readsAll = settings.isOptional === true && filled.length > 0;
  const onlyNeeded = (column: ColumnMapping): ColumnMapping =>
    readsAll || (column.target.to === "field" && needed.has(column.target.field))
      ? column
      : { ...column, target: { to: "ignore" } };
  // Names are taken apart only where lines are recognised by them.
  const namesMatch = settings.policy.match.some((key) => key === "name" || key === "account_name");
  // Which columns hold several values is what the scan is to find out; where the policy keeps nothing that no column is
  // mapped for, a cell of two addresses is none.
  const parted = settings.policy.unknownColumns === "keep" ? settings.mapping : [];
  const shape = compileShape(settings.mapping.map(onlyNeeded), settings.fields, {
    object,
    several: parted.map(({ column }) => column),
    filled,
    derived: [...full.derived].filter((field) => needed.has(field) && (namesMatch || field === "email")),
  });
  const matchKeys = matchKeySpecs(settings.policy.match, shape);
  const coded = callingCodes(settings.mapping, settings.fields);
  const currencies = currencyColumns(settings.mapping, settings.fields);
  const compared = settings.policy.inFile === "both" ? [] : matchKeys;
  return {
    drafts: {
      ...draftSettings(settings, shape, matchKeys),
      keys: [
        ...compared.map(({ fileTexts }, position) => ({ tag: position, texts: fileTexts })),
        ...(settings.policy.mainContact && concernsAccounts(shape, settings.policy)
          ? [{ tag: MAIN_FLAG, texts: mainContactTexts(shape) }]
          : []),
      ],
    },
    evidence: full.slots
      .slice(0, full.mapped)
      .filter(({ type }) => EVIDENCE_TYPES.has(type))
      .flatMap(({ key, type, columns }) =>
        columns.map((column) => ({
          column,
          header: full.headers[column] ?? "",
          type,
          areBirthdays: key === "birthday",
          currencies: currencies.get(column) ?? -1,
        })),
      ),
    phones:
      settings.country !== "" || full.index.has("country")
        ? []
        : full.slots
            .slice(0, full.mapped)
            .flatMap(({ type, columns }) => (PHONE_TYPES.has(type) ? columns : []))
            .filter((column) => !coded.has(column)),
  };
}

/** The account of a row that names its main contact, by the surest that the row says of it. */
function mainContactTexts({ index }: ImportShape): (at: ValueAt) => readonly string[] {
  const [main = -1, id = -1, name = -1, domain = -1] = [
    "main_contact",
    "account_id",
    "account_name",
    "account_domain",
  ].map((key) => index.get(key) ?? -1);
  const said = (at: ValueAt, slot: number): string => (slot < 0 ? "" : at(slot));
  return (at) => {
    if (at(main) !== "yes") return [];
    if (said(at, id) !== "") return [`#${externalIdKey(at(id))}`];
    const account = nameKey(said(at, name)) || (said(at, domain) === "" ? "" : `@${domainKey(at(domain))}`);
    return account === "" ? [] : [account];
  };
}

function draftSettings(
  settings: ReadSettings,
  shape: ImportShape,
  matchKeys: readonly MatchKeySpec[],
): Omit<DraftSettings, "keys"> {
  const { policy } = settings;
  const readings = new Map(settings.readings.map((reading) => [reading.column, reading]));
  const lookups = memberLookups(settings);
  return {
    shape,
    recognisedBy: addressesCount(matchKeys, policy) ? matchKeys.map(({ texts }) => texts) : null,
    clearToken: policy.clearToken,
    constants: settings.constants ?? [],
    isOptional: settings.isOptional === true,
    derived: derivedFields(settings.mapping, policy.splitNames),
    callingCodes: callingCodes(settings.mapping, settings.fields),
    currencies: currencyColumns(settings.mapping, settings.fields),
    isEncodedTwice: (column) => readings.get(column)?.encodedTwice === true,
    valuesOf(column): ValueSettings {
      const reading = readings.get(column);
      const shown = reading?.dateOrder ?? "unknown";
      const chosen = policy.dateOrder === "ask" ? "unknown" : policy.dateOrder;
      return {
        country: settings.country || (reading?.country ?? ""),
        // What somebody says of the file is for the columns that do not show it: against their own days it would be wrong.
        dateOrder: shown === "unknown" ? (settings.dateOrder ?? chosen) : shown,
        decimalMark: reading?.decimalMark ?? "unknown",
        dayCounts: reading?.dayCounts ?? false,
        ...(reading?.currency === undefined ? {} : { currency: reading.currency }),
        ...(reading?.shortYears === undefined ? {} : { shortYears: reading.shortYears }),
        multiSeparators: policy.multiSeparators,
        ...(settings.knownTags === undefined ? {} : { knownTags: settings.knownTags }),
        createOptions: policy.createOptions,
        ...lookups,
      };
    },
  };
}

/** Owners are not looked up where the workspace has no members; account managers are members in any case. */
export function memberLookups({
  members,
  policy,
}: Pick<ReadSettings, "members" | "policy">): Pick<ValueSettings, "owners" | "managers"> {
  if (members === undefined) return {};
  const index = indexMembers(members);
  const managers: OwnerLookup = { index, by: "email", unknown: "account_manager_not_found" };
  return index.size === 0 || policy.owner === "off" ? { managers } : { managers, owners: { index, by: policy.owner } };
}

/** Where only ids identify a contact, a row that still has what is required goes in without the address that could not be read. */
const addressesCount = (matchKeys: readonly MatchKeySpec[], { requiredToCreate }: ReadSettings["policy"]): boolean =>
  requiredToCreate.length === 0 || matchKeys.some(({ kind }) => kind === KEY_KIND.email || kind === KEY_KIND.phone);
