/** What the batches of one pass share, and the one way from drafts to what is to be written: for one object a line, or for two. */
import type { BatchPlan } from "../../../core/plan/batch-plan.ts";
import { EMPTY_TALLY, type LedgerLine, linesIn } from "../../../core/plan/outcome.ts";
import type { BatchReader, DraftChunk, ImportRecord, ImportStore, Pass, Ports } from "../../ports.ts";
import { RetriedLines } from "../continuing/retried-lines.ts";
import { scopeOf, secondSettings } from "../import-parts.ts";
import { lookAhead } from "./look-ahead.ts";
import { MetLines } from "./met-lines.ts";
import { ObjectPass, type PassFacts } from "./object-pass.ts";
import { OpportunityPass } from "./opportunity-pass.ts";
import { firstAsks } from "./row-keys.ts";
import { StagePass } from "./stage-pass.ts";

export type Chunk = Extract<DraftChunk, { ok: true }>;

type About = {
  readonly pass: Pass;
  readonly record: ImportRecord;
  readonly imports: ImportStore;
  readonly retried: RetriedLines;
};

export class BatchPass {
  readonly #about: About;
  readonly #own: ObjectPass;
  readonly #second: OpportunityPass | null;
  readonly #stages: StagePass | null;

  static async begin(ports: Ports, record: ImportRecord, pass: Pass): Promise<BatchPass> {
    const { imports, workspaces } = ports.store;
    const workspace = await workspaces.byNumber(record.ref.workspace);
    if (!workspace) throw new Error(`workspace ${record.ref.workspace} is gone`);
    const sameFile = await imports.sameFileBefore(record.ref, record.settings.source.key);
    const retried = new RetriedLines(ports, record, workspace);
    const facts: PassFacts = { record, workspace, sameFile, retried };
    const met = async (second: boolean): Promise<MetLines> =>
      pass === "run" && record.progress
        ? MetLines.fromLedger(imports, record.ref, second ? "opportunity" : "contact")
        : new MetLines();
    const own = new ObjectPass(record.settings, facts, await met(false));
    const second = secondSettings(record.settings);
    const deals = second === null ? null : new ObjectPass(second, facts, await met(true));
    return new BatchPass({ pass, record, imports, retried }, own, {
      second: deals === null ? null : new OpportunityPass(own, deals, facts),
      stages: record.settings.object === "stage" ? await StagePass.begin(ports, own, facts) : null,
    });
  }

  constructor(
    about: About,
    own: ObjectPass,
    { second, stages }: { readonly second: OpportunityPass | null; readonly stages: StagePass | null },
  ) {
    this.#about = about;
    this.#own = own;
    this.#second = second;
    this.#stages = stages;
  }

  get shape() {
    return this.#own.compiled.shape;
  }

  /** The batches, with the keys of the next ones being looked up meanwhile where that is worth a thread. */
  lookAhead(chunks: AsyncIterable<DraftChunk>): AsyncIterable<DraftChunk> {
    const { record, imports } = this.#about;
    const done = linesIn((record.progress?.tally ?? EMPTY_TALLY).outcomes);
    return lookAhead(chunks, () => {
      // A stage is looked for by its pipeline's number, which its row does not say.
      const specs = this.#stages === null ? this.#own.usable : [];
      const isHashed = specs.some(({ kind }) => kind !== null);
      const keys = isHashed ? imports.keysAhead(scopeOf(record), (record.scan?.lines ?? 0) - done) : null;
      return keys && { keys, asks: (drafts) => firstAsks(drafts, specs) };
    });
  }

  async plan(batch: BatchReader, chunk: Chunk): Promise<BatchPlan> {
    const isPlan = this.#about.pass === "plan";
    const parts = [this.#own.compiled, ...(this.#second === null ? [] : [this.#second.deals.compiled])];
    const { drafts, second } = await this.#about.retried.leave(parts, chunk);
    if (this.#second !== null && second !== undefined) return this.#second.plan(batch, { drafts, second }, isPlan);
    const next = await this.#own.numbersFrom(batch, isPlan);
    if (this.#stages !== null) return this.#stages.plan(batch, { drafts, next }, isPlan);
    const plan = await this.#own.plan(batch, await this.#own.match(batch, drafts, next));
    if (this.shape.object !== "account" || plan.updates.length === 0) return plan;
    return { ...plan, followers: await batch.followersOf(plan.updates, this.shape) };
  }

  /** A run over contacts alone: what a batch of them does is known to the next one before it is written (`BesideReader`). */
  get mayPlanAhead(): boolean {
    const { object, second, continues } = this.#about.record.settings;
    const isOfContacts = (object ?? "contact") === "contact" && second === undefined;
    return this.#about.pass === "run" && isOfContacts && continues === undefined;
  }

  /** Once the batch is written or planned. Answers what takes it back, where the lines are about one object. */
  remember(plan: BatchPlan, lines: readonly LedgerLine[]): () => void {
    const forget = this.#own.remember(plan, lines);
    if (plan.second !== undefined) this.#second?.deals.remember(plan.second.plan, lines);
    if (plan.pipelines !== undefined) this.#stages?.remember(plan.pipelines);
    return forget;
  }

  /** As the line of a plan is kept: numbers that only it has given are nobody's. */
  asPlanned = (line: LedgerLine): LedgerLine => {
    const contact = this.#own.stored(line.contact);
    const { second } = line;
    if (second === undefined) return contact === line.contact ? line : { ...line, contact };
    const number = this.#second?.deals.stored(second.number) ?? null;
    return { ...line, contact, second: { ...second, number } };
  };
}
