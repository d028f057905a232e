/** Which workspace a page is about: the one of its address, else the one that was looked at last, else as the server chooses. */
const KEPT = "muster-workspace";
/** As the server has it, for whoever names none. */
const DEFAULT = "default";

type Slugged = { readonly slug: string };

export function currentWorkspace<Known extends Slugged>(
  known: readonly Known[],
  named: string | undefined,
): Known | undefined {
  const bySlug = (wanted: string | null | undefined) => known.find(({ slug }) => slug === wanted);
  return bySlug(named) ?? bySlug(localStorage.getItem(KEPT)) ?? bySlug(DEFAULT) ?? known[0];
}

export const keepWorkspace = (slug: string): void => localStorage.setItem(KEPT, slug);
