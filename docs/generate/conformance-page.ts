/** docs/conformance.md: each promise and each sentence of the reference pages, with the tests that name it and whether it is kept. */
import { type NamedTest, namedTests } from "./conformance/named-tests.ts";
import { type ProductPromise, SECTIONS } from "./conformance/promises.ts";
import { REFERENCE_PAGES, type ReferencePage, type Sentence } from "./conformance/reference-pages.ts";
import { generatedFrom, page, prose, table } from "./markdown.ts";

const INTRO = `What Muster promises, and what the import pages of four systems say that its presets reproduce. Each row has the tests that
name it in their titles, such as \`(C-H3)\`, and its state: *tested*; *partly*, with what it lacks; *open*, where no test that runs
names it.`;

export function conformancePage(): string {
  const tests = namedTests();
  return page([
    generatedFrom("docs/generate/conformance and the titles of tests"),
    "# Conformance",
    INTRO,
    "## Promises",
    ...SECTIONS.flatMap(({ title, promises }) => [`### ${title}`, promisesTable(promises, tests)]),
    "## The reference pages",
    "Tests are those of the preset's own scenario; where it has none, the files of tests that name the promise.",
    ...REFERENCE_PAGES.flatMap((reference) => [`### \`${reference.preset}\``, sentencesTable(reference, tests)]),
  ]);
}

function promisesTable(promises: Readonly<Record<string, ProductPromise>>, tests: readonly NamedTest[]): string {
  const rows = Object.entries(promises).map(([item, promise]) => {
    const naming = tests.filter(({ items }) => items.includes(item));
    return [item, prose(promise.says), presetsOf(item), filesOf(running(naming)), promiseState(promise, naming)];
  });
  return table(["", "promise", "said by the page of", "tests", "state"], rows);
}

const presetsOf = (item: string): string =>
  REFERENCE_PAGES.filter(({ sentences }) => sentences.some(({ items }) => items.includes(item)))
    .map(({ preset }) => preset)
    .join(", ");

function promiseState({ lacks }: ProductPromise, naming: readonly NamedTest[]): string {
  const why = [...(lacks === undefined ? [] : [lacks]), ...naming.filter(({ isSkipped }) => isSkipped).map(reasonOf)];
  if (running(naming).length === 0) return stateWords("open", why);
  return why.length === 0 ? "tested" : stateWords("partly", why);
}

function sentencesTable({ preset, sentences }: ReferencePage, tests: readonly NamedTest[]): string {
  const rows = sentences.map((sentence) => {
    const naming = tests.filter(({ items }) => items.some((item) => sentence.items.includes(item)));
    const shown = running(naming).filter((test) => isShownBy(sentence, preset, test));
    return [
      prose(sentence.says),
      sentence.items.join(" "),
      shown.length > 0 ? titlesOf(shown) : filesOf(running(naming)),
      sentenceState(sentence, naming),
    ];
  });
  return table(["the page says", "", "tests", "state"], rows);
}

/** Among the tests of a sentence's promises, those of the preset's own scenario, or those that the sentence names. */
export function isShownBy({ shownBy }: Sentence, preset: string, { path, title }: NamedTest): boolean {
  return path === `test/scenario/${preset}.test.ts` && (shownBy === null || title.includes(shownBy));
}

/** A sentence is kept as far as each of its promises is. */
function sentenceState({ items }: Sentence, naming: readonly NamedTest[]): string {
  const unproven = items.filter((item) => !running(naming).some((test) => test.items.includes(item)));
  const why = items.flatMap((item) => {
    const lack = lackOf(item) ?? (unproven.includes(item) ? "no test names it" : null);
    return lack === null ? [] : [`${item}: ${lack}`];
  });
  if (why.length === 0) return "tested";
  return stateWords(unproven.length === items.length ? "open" : "partly", why);
}

const lackOf = (item: string): string | null =>
  SECTIONS.map(({ promises }) => promises[item]).find((promise) => promise !== undefined)?.lacks ?? null;

const running = (tests: readonly NamedTest[]): readonly NamedTest[] => tests.filter(({ isSkipped }) => !isSkipped);

/** Behind the promise that a skipped test names stands why it is skipped. */
const reasonOf = ({ title }: NamedTest): string => title.split("): ").at(-1) ?? title;

const stateWords = (state: "open" | "partly", why: readonly string[]): string =>
  why.length === 0 ? state : `${state}: ${[...new Set(why)].map(prose).join("; ")}`;

const filesOf = (tests: readonly NamedTest[]): string =>
  [...new Set(tests.map(({ path }) => path))].map((path) => `[${shortName(path)}](../${path})`).join("<br>");

const titlesOf = (tests: readonly NamedTest[]): string =>
  tests.map(({ path, title }) => `[${bare(title)}](../${path})`).join("<br>");

const shortName = (path: string): string => path.replace(/^test\//, "").replace(/\.test\.ts$/, "");

/** Without the names of promises, which the row has already, and without what would end a link. */
const bare = (title: string): string =>
  prose(title.replaceAll(/\s*\(C-[^)]*\)/g, "")).replaceAll(/[[\]]/g, (bracket) => `\\${bracket}`);
