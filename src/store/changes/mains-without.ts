/** A change of an account without the erased people who were its main contact: an undo would make them so again. */

/** @param changes as they are kept beside the line. @returns null = it names none of them */
export function mainsWithout(changes: string, gone: ReadonlySet<string>): string | null {
  const fields = JSON.parse(changes) as Record<string, readonly (string | null)[]>;
  const isTheirs = (main: string | null): boolean => main !== null && gone.has(String(main));
  const mains = fields.main_contact ?? [];
  if (!mains.some(isTheirs)) return null;
  return JSON.stringify({ ...fields, main_contact: mains.map((main) => (isTheirs(main) ? null : main)) });
}
