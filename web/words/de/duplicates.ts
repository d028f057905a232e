/** In German: contacts that may be one person, and merging them. */
import type { DuplicatesWords } from "../en/duplicates.ts";
import { germanPairReason } from "./pair-reasons.ts";

export const duplicates: DuplicatesWords = {
  title: "Mögliche Dubletten",
  count: (total, shown) => (total === 1 ? "1 Paar" : `${shown} Paare`),
  text: "Paare, die dieselbe Person sein können, die wahrscheinlichsten zuerst. Von selbst wird nichts zusammengeführt, und alles lässt sich zurücknehmen.",
  score: (percent) => `${percent} ähnlich`,
  reason: germanPairReason,
  compare: "Vergleichen",
  dismiss: "Zwei Personen",
  dismissed: "Sie werden nicht wieder aufgeführt.",
  undo: "Rückgängig",
  lessLikely: "Auch weniger wahrscheinliche",
  none: "Keine möglichen Dubletten",
  noneText: "Verglichen werden Name, E-Mail, Telefon und Konto. Sehen Sie nach einem Import wieder hierher.",
  merge: "Kontakte zusammenführen",
  mergeText:
    "Wählen Sie, welcher Kontakt bleibt, und wessen Wert bleibt, wo sie sich unterscheiden. Listen wie Tags werden vereint.",
  field: "Feld",
  keep: "Bleibt",
  takeValue: (field, name) => `${field} von ${name}`,
  onlyDifferences: "Nur Unterschiede",
  mergeInto: (name) => `In ${name} zusammenführen`,
  lost: (count) => (count === 1 ? "1 Wert bleibt nicht" : `${count} Werte bleiben nicht`),
  nothingLost: "Nichts geht verloren",
  done: (name) => `In ${name} zusammengeführt.`,
  undone: "Die Zusammenführung wurde zurückgenommen.",
  choose: "Kontakte zum Zusammenführen wählen",
  chooseText: "Wählen Sie zwei oder mehr in der Kontaktliste, oder ein Paar möglicher Dubletten.",
};
