/** Where people stand, as a list: what goes, or is gone. */
import { List } from "@mantine/core";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Erasure } from "./erasure.ts";

const PLACES = ["contacts", "lines", "rows", "uploads", "opportunities", "merges", "runs", "effects"] as const;

export function ErasedPlaces({ of }: { readonly of: NonNullable<Erasure["places"]> }) {
  const { erasures } = useWords();
  const format = useFormat();
  return (
    <List size="sm" spacing={2}>
      {PLACES.filter((place) => of[place] > 0).map((place) => (
        <List.Item key={place}>{erasures.places[place](of[place], format.number(of[place]))}</List.Item>
      ))}
    </List>
  );
}
