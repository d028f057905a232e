/** From a stored file and what a person asked for to an import that is ready to be planned or run. Writes no contact. */

import type { JobWish } from "../../../core/job/job.ts";
import { withDoNotTouch } from "../../../core/mapping/do-not-touch.ts";
import { actorName } from "../../../core/member/actor.ts";
import { MANY } from "../../../core/object/object-kind.ts";
import { awaitsDisclaimer } from "../../../core/policy/awaits-disclaimer.ts";
import { disclaimerRefused } from "../../../core/policy/disclaimer.ts";
import { DISCLAIMER } from "../../../core/policy/disclaimer-text.ts";
import type { EffectivePolicy } from "../../../core/policy/effective-policy.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../../../core/problem/refusal.ts";
import type { QueuedWorkflow } from "../../ports/effect-ports.ts";
import type { ImportRecord, Ports, Workspace } from "../../ports.ts";
import { chosenWorkflow } from "../../workflow/workflows.ts";
import { batchTagsRefusal } from "../../workspace/tags.ts";
import { type Asked, continuedReadings, continues } from "../continuing/continued-import.ts";
import type { ImportSettings } from "../import-settings.ts";
import { type NamedMapping, nameMapping } from "../remember-mapping.ts";
import { convertSource } from "./convert-source.ts";
import type { ConvertedSource } from "./converted-source.ts";
import { withOwner } from "./import-columns.ts";
import { importOwner } from "./import-owner.ts";
import { importPolicy } from "./import-policy.ts";
import type { ImportRequest } from "./import-request.ts";
import { wishOf } from "./import-request.ts";
import { type FileToRead, type MappedSource, mapSource, type SniffedSource, sniffSource } from "./read-source.ts";
import { giveUp, usingFiles } from "./receive-file.ts";

export type WantedImport = {
  readonly request: ImportRequest;
  /** What workers are to do with it: asked for in the transaction that makes it. Absent = nothing yet. */
  readonly wish?: JobWish;
};

/** Where the file, the mapping or the policy stands in the way, nothing is kept of the file. */
export async function prepareImport(
  ports: Ports,
  workspace: Workspace,
  source: ImportSettings["source"],
  wanted: WantedImport,
): Promise<Result<ImportRecord>> {
  const prepared = await convertAndPrepare(ports, workspace, source, wanted);
  if (!prepared.ok) await giveUp(ports, source.key);
  return prepared;
}

async function convertAndPrepare(
  ports: Ports,
  workspace: Workspace,
  given: ImportSettings["source"],
  wanted: WantedImport,
): Promise<Result<ImportRecord>> {
  const { request } = wanted;
  // What the policy refuses need not be converted.
  const policy = await wantedPolicy(ports, workspace, request);
  if (!policy.ok) return policy;
  const file = await convertSource(ports, given, { policy: policy.value, sheet: request.sheet });
  if (!file.ok) return file;
  const made = await prepareConverted(ports, workspace, file.value, wanted);
  if (!made.ok && file.value.converted !== null) await giveUp(ports, file.value.source.key);
  return made;
}

/**
 * The same for a file that was made text before; where it is refused, the files stay whoever's they are. `useUp` is called in the
 * transaction that makes the import, which comes to nothing where it refuses.
 */
export async function prepareConverted(
  ports: Ports,
  workspace: Workspace,
  file: ConvertedSource,
  { request, wish, useUp = async () => accept(null) }: WantedImport & { readonly useUp?: () => Promise<Result<null>> },
): Promise<Result<ImportRecord>> {
  const settled = await settleImport(ports, workspace, file, request);
  if (!settled.ok) return settled;
  const { settings, named } = settled.value;
  if (wish?.kind === "run" && awaitsDisclaimer(settings)) return disclaimerRefused();
  const { source } = settings;
  const keys = [source.key, source.original?.key];
  const { imports, jobs } = ports.store;
  const made = await usingFiles(ports, { workspace: workspace.number, keys }, async () => {
    const used = await useUp();
    if (!used.ok) return used;
    const record = await imports.create(workspace.number, settings, ports.now());
    if (named !== null) await nameMapping(ports, workspace, named);
    if (wish === undefined) return accept(record);
    const job = await jobs.ask(record.ref, wish, { by: settings.by, at: ports.now() });
    return accept({ ...record, job });
  });
  return made.ok ? made.value : made;
}

type SettledImport = {
  /** Everything that decides what the import does. */
  readonly settings: ImportSettings;
  /** Its mapping, where somebody gives it a name; for `nameMapping`, once the import is made of it. */
  readonly named: NamedMapping | null;
};

/** Keeps nothing. */
export async function settleImport(
  ports: Ports,
  workspace: Workspace,
  file: FileToRead,
  request: ImportRequest,
): Promise<Result<SettledImport>> {
  const policy = await wantedPolicy(ports, workspace, request);
  if (!policy.ok) return policy;
  const workflow = await chosenWorkflow(ports, workspace, policy.value, request);
  if (!workflow.ok) return workflow;
  const asked = { policy: policy.value, request };
  const sniffed = await sniffSource(ports, file, asked);
  if (!sniffed.ok) return sniffed;
  if (sniffed.value.refusal) return refuse(sniffed.value.refusal);
  const mapped = await mapSource(ports, workspace, sniffed.value, asked);
  if (!mapped.ok) return mapped;
  if (mapped.value.refusal) return refuse(mapped.value.refusal);
  const settings = await settingsOf(ports, workspace, { ...sniffed.value, ...mapped.value, workflow: workflow.value });
  if (!settings.ok) return settings;
  const { mapped: columns, sample } = mapped.value;
  const name = sample.headers === null ? null : request.saveMapping;
  return accept({
    settings: { ...settings.value, asked: wishOf(request) },
    named: name === null ? null : { ...columns, name },
  });
}

/** The policy that the import runs under, where that lets it say for its contacts what it says. */
async function wantedPolicy(
  ports: Ports,
  workspace: Workspace,
  request: ImportRequest,
): Promise<Result<EffectivePolicy>> {
  const policy = importPolicy(workspace, request);
  if (!policy.ok) return policy;
  const unwanted = await unwantedRefusal(ports, workspace, { request, policy: policy.value });
  return unwanted ? refuse(unwanted) : policy;
}

/** What the policy does not let an import say for all its contacts. */
async function unwantedRefusal(
  ports: Ports,
  workspace: Workspace,
  { request: { object, doNotTouch, tags }, policy }: Asked<ImportRequest>,
): Promise<Refusal | null> {
  if (object !== "contact" && (doNotTouch || tags.length > 0)) {
    const message = `Only contacts are tagged or marked Do Not Touch, and the file is of ${MANY[object]}.`;
    return { code: "arguments_invalid", message, fix: "Import it without --tag and --dnt." };
  }
  if (doNotTouch && !policy.doNotTouch)
    return refuseWith("do_not_touch_off", "Contacts are not marked Do Not Touch in this workspace.").refusal;
  return batchTagsRefusal(ports, workspace, { tags, createTags: policy.createTags });
}

type Settled = MappedSource & Pick<SniffedSource, "source" | "dialect"> & { readonly workflow: QueuedWorkflow | null };

async function settingsOf(
  ports: Ports,
  workspace: Workspace,
  { source, dialect, policy, request, sample, mapped, parts, former, enriches, workflow }: Settled,
): Promise<Result<ImportSettings>> {
  const owner = await importOwner(ports, workspace, { ...request, policy, constants: mapped.constants });
  if (!owner.ok) return owner;
  // Corrected lines go where those went that were right at once, unless it is said otherwise.
  const queued = request.workflow === null ? (workflow ?? former?.settings.workflow ?? null) : workflow;
  const [at, by] = [ports.now(), actorName(request.actor)];
  const settled = withOwner(
    request.doNotTouch ? { ...parts, ...withDoNotTouch({ constants: [], ...parts }) } : parts,
    owner.value,
    request.owner !== null,
  );
  return accept({
    ...(request.object === "contact" || request.object === "opportunity" ? {} : { object: request.object }),
    ...{ source, dialect },
    ...settled,
    year: new Date(at).getUTCFullYear(),
    sources: await ports.store.sources.list(workspace.number),
    readings: former === null ? [] : continuedReadings(former, sample),
    ...(former === null ? {} : { continues: continues(former, sample) }),
    ...(queued === null ? {} : { workflow: queued }),
    ...(enriches ? { enriches: true as const } : {}),
    preset: request.preset ?? workspace.preset,
    country: request.country ?? settled.policy.defaultCountry,
    dateOrder: request.dateOrder,
    tags: request.tags,
    by,
    ...(settled.policy.disclaimer && request.disclaimerAccepted ? { disclaimer: { by, at, text: DISCLAIMER } } : {}),
  });
}
