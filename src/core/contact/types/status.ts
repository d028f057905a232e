/** How an opportunity stands, in the words of the common CRMs and languages. Canonical form: `open`, `won`, `lost`. */
import { type Reading, unreadable } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";

const STATUS_UNREADABLE = unreadable("option_unknown");

const WORDS = new Map<string, string>();
const know = (status: string, words: string): void => {
  for (const word of words.split(",")) WORDS.set(word.trim(), status);
};
know(
  "open",
  "open, new, active, in progress, pending, working, offen, aktiv, in bearbeitung, ouvert, en cours, abierto, abierta, en curso, aperto, aperta, in corso, aberto, aberta, em andamento, lopend, otwarta, otwarte",
);
know(
  "won",
  "won, closed won, closed-won, closedwon, win, success, successful, gewonnen, gagné, gagnée, ganado, ganada, vinto, vinta, ganho, ganha, wygrana, wygrane",
);
know(
  "lost",
  "lost, closed lost, closed-lost, closedlost, abandoned, failed, verloren, perdu, perdue, perdido, perdida, perso, persa, przegrana, przegrane",
);

export function normaliseStatus(raw: string): Reading {
  const text = collapseLine(raw);
  if (typeof text !== "string" || text === "") return text;
  return WORDS.get(text.normalize("NFC").toLowerCase().replaceAll("_", " ")) ?? STATUS_UNREADABLE;
}
