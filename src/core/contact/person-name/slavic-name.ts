/** Russian, Ukrainian and other names that are written in either order: the patronymic, or the endings of family names, tell. */
import type { NameParts } from "./name-parts.ts";

const PATRONYMIC = /(?:ович|евич|ьич|овна|евна|ична|івна|ївна|ovich|evich|ovych|ovna|evna|ivna)$/i;
const FAMILY = /(?:[оеё]ва?|ина?|ына?|[сц]к(?:ий|ая|ой)|енко|[юу]к|чик|их|ых)$/i;
/** Given names that end as family names do. */
const GIVEN = new Set(
  "марина ирина полина арина карина алина кристина екатерина нина дина валентина галина ангелина зарина сабина регина инна антонина константин валентин мартин севастьян лев яков фатима эмин".split(
    " ",
  ),
);
const CYRILLIC = /^[\p{Script=Cyrillic}-]+$/u;

/** Undefined = nothing in the names tells their order. */
export function splitSlavic(names: readonly string[]): NameParts | undefined {
  const [first = "", second = "", third = ""] = names;
  if (names.length === 3 && PATRONYMIC.test(third) && !PATRONYMIC.test(second)) return { family: first, given: second };
  if (names.length === 3 && PATRONYMIC.test(second)) return { family: third, given: first };
  if (names.length !== 2 || !names.every((name) => CYRILLIC.test(name))) return undefined;
  const isFamily = (name: string): boolean => FAMILY.test(name) && !GIVEN.has(name.toLowerCase());
  return isFamily(first) && !isFamily(second) ? { family: first, given: second } : undefined;
}
