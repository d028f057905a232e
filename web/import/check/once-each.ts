/** Findings of one line for reading: those that say the same of several columns are said once, with the columns. */
type Said = { readonly code: string; readonly severity: string; readonly message: string; readonly fix: string };
type OnceSaid = Said & { readonly columns: readonly string[] };

export function onceEach(problems: readonly (Said & { readonly column: string | null })[]): readonly OnceSaid[] {
  const groups = Map.groupBy(problems, ({ code, severity, message, fix }) =>
    JSON.stringify([code, severity, message, fix]),
  );
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { code, severity, message, fix } = first;
    const columns = [first, ...more].flatMap(({ column }) => column ?? []);
    return [{ code, severity, message, fix, columns: [...new Set(columns)] }];
  });
}

export const withColumns = ({ columns, message }: OnceSaid): string =>
  columns.length === 0 ? message : `${columns.join(", ")}: ${message}`;
