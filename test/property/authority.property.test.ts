/** Whatever is connected, whatever the file says: a field that a source owns never changes by an import. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { FIELD_GROUPS } from "../../src/core/authority/field-groups.ts";
import { ownedFields } from "../../src/core/authority/owned-fields.ts";
import { OPTION_OF, SOURCE_KINDS, type Source } from "../../src/core/authority/source.ts";
import { authorityMatrix } from "../../src/core/policy/authority-value.ts";
import { asUpload, type SaidUpload, story } from "./arbitrary-import.ts";
import { runs } from "./runs.ts";
import { type SnapshotContact, World } from "./world.ts";

const RUNS = runs(120);

const world = new World();
afterAll(() => world.close());

const sources: fc.Arbitrary<readonly Source[]> = fc.subarray([...SOURCE_KINDS], { minLength: 1 }).chain((kinds) =>
  fc.tuple(
    ...kinds.map((kind) =>
      fc.boolean().map((isOn) => {
        const option = OPTION_OF[kind];
        return { name: `The ${kind}`, kind, options: isOn && option !== null ? [option] : [] };
      }),
    ),
  ),
);

/** The page's matrix, or one in which one kind owns some groups. */
const matrices = fc.oneof(
  fc.constant("standard"),
  fc
    .tuple(fc.constantFrom(...SOURCE_KINDS), fc.subarray([...FIELD_GROUPS], { minLength: 1 }))
    .map(([kind, groups]) => `${kind}: ${groups.map((group) => `${group}=${kind}`).join(", ")}`),
);

const jobTitle = (title: string): SaidUpload => ({
  ...{ text: `email,job_title\nann@example.com,${title}\n`, fields: ["email", "job_title"] },
  ...{ mode: "both", tags: [], owner: null, doNotTouch: false },
  policy: {
    ...{ match: "email", onMatch: "update", onNoMatch: "skip", inFile: "merge", emptyCells: "keep", tags: "merge" },
    ...{ unknownColumns: "keep", overrideOwners: "no", createTags: "yes", lowerOptOuts: "no" },
  },
});
/** One in which a field is kept from changing, whatever the others are about. */
const BOSS_AND_CLERK: [{ before: SaidUpload[]; upload: SaidUpload }, readonly Source[], string] = [
  { before: [jobTitle("Boss")], upload: jobTitle("Clerk") },
  [{ name: "The api", kind: "api", options: [] }],
  "api: positions=api",
];

const valuesOf = ({ values }: SnapshotContact, fields: ReadonlySet<string>) =>
  values.filter(([field]) => fields.has(field));

test("authority never lets a forbidden field change, and makes no contact of which a source keeps the main information (C-F5)", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(story, sources, matrices, async ({ before, upload }, connected, matrix) => {
      const small = await world.small({ batchRows: 3, pieceBytes: 500 });
      for (const earlier of before) {
        const record = await small.prepare(asUpload(earlier));
        if (record) await small.start(record);
      }
      const former = (await small.snapshot()).contacts;
      for (const source of connected) await small.connect(source);
      const { text, request } = asUpload(upload);
      const policy = new Map([...(request.set ?? []), ["authorityMatrix", matrix] as const]);
      const record = await small.prepare({ text, request: { ...request, set: policy } });
      fc.pre(record !== null);
      const ran = await small.start(record!);

      const owners = ownedFields({ authority: true, authorityMatrix: authorityMatrix.parse(matrix) ?? [] }, connected);
      const owned = new Set(owners.keys());
      const now = (await small.snapshot()).contacts;
      for (const [at, contact] of former.entries()) {
        expect(valuesOf(now[at]!, owned)).toEqual(valuesOf(contact, owned));
      }
      for (const contact of now.slice(former.length)) expect(valuesOf(contact, owned)).toEqual([]);
      if (owned.has("email")) expect(now.length).toBe(former.length);
      for (const { problems } of await small.lines(ran)) {
        for (const { code, field } of problems) {
          if (code !== "field_owned_by_source") continue;
          told++;
          expect(owned.has(field ?? "")).toBe(true);
        }
      }
    }),
    { ...RUNS, examples: [BOSS_AND_CLERK] },
  );
  expect(told).toBeGreaterThan(0);
});
