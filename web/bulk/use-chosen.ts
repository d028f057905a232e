/** Which contacts are chosen: those that were ticked, or all that the search and filters leave, but for those unticked again. */
import { useCallback, useMemo, useState } from "react";
import { countContacts } from "../api/endpoints/contacts.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { Choice } from "../grid/grid-props.ts";
import type { Wanted } from "../list/use-list-pages.ts";

export type ContactChoice =
  | { readonly contacts: string[] }
  | { readonly matching: { readonly search?: string; readonly filter: string[]; readonly except: string[] } };

export type Chosen = {
  /** As the grid shows it. */
  readonly choice: Choice;
  /** How many; null = it is being counted. */
  readonly size: number | null;
  /** As requests say it. */
  readonly body: ContactChoice;
  /** How many could be chosen instead, of which only some are loaded; null = these are all. */
  readonly offered: number | null;
  readonly chooseAll: () => void;
  readonly clear: () => void;
};

type State =
  | { readonly isAll: false; readonly ids: ReadonlySet<string> }
  | { readonly isAll: true; readonly look: string; readonly except: ReadonlySet<string> };

const NOBODY: State = { isAll: false, ids: new Set() };

type Given = Wanted & {
  /** Ids of the rows that are loaded. */
  readonly loaded: readonly string[];
  readonly hasMore: boolean;
};

export function useChosen({ search, filter, loaded, hasMore }: Given): Chosen {
  const [kept, set] = useState<State>(NOBODY);
  const look = JSON.stringify([search, filter]);
  // All that another search has left are not meant any more.
  const state = kept.isAll && kept.look !== look ? NOBODY : kept;
  const chosen = useMemo(
    () => (state.isAll ? new Set(loaded.filter((id) => !state.except.has(id))) : state.ids),
    [state, loaded],
  );
  const areLoaded = hasMore && loaded.length > 0 && loaded.every((id) => chosen.has(id));
  const query = { filter: [...filter], ...(search === "" ? {} : { search }) };
  const counted = useAnswer(countContacts, { query }, { enabled: state.isAll || areLoaded }).data?.contacts ?? null;
  const toggle = useCallback(
    (id: string) =>
      set(
        state.isAll
          ? { ...state, except: state.except.symmetricDifference(new Set([id])) }
          : { isAll: false, ids: state.ids.symmetricDifference(new Set([id])) },
      ),
    [state],
  );
  const toggleAll = useCallback(
    (ids: readonly string[]) => {
      const areAll = state.isAll || ids.every((id) => state.ids.has(id));
      set(areAll ? NOBODY : { isAll: false, ids: new Set([...(state.isAll ? [] : state.ids), ...ids]) });
    },
    [state],
  );
  const choice = useMemo(() => ({ chosen, toggle, toggleAll }), [chosen, toggle, toggleAll]);
  return {
    choice,
    size: state.isAll ? counted && counted - state.except.size : chosen.size,
    body: state.isAll ? { matching: { ...query, except: [...state.except] } } : { contacts: [...state.ids] },
    offered: areLoaded && !state.isAll ? counted : null,
    chooseAll: () => set({ isAll: true, look, except: new Set() }),
    clear: () => set(NOBODY),
  };
}
