/** One property of a card with its value decoded, its escapes still in it, and the label that the card's owner gave it. */
import type { Property } from "./property.ts";

export type CardValue = { readonly property: Property; readonly text: string; readonly label: string };
