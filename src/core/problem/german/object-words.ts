/** How problems are called where the lines of a file are something else than contacts. */
import type { ProblemCode } from "../catalogue.ts";
import type { LineCode, LinesAbout } from "../object-words.ts";
import { germanCatalogue } from "./catalogue.ts";
import type { GermanEntry } from "./german-entry.ts";

/** Ein Hauptwort mit dem, was sich nach seinem Geschlecht richtet. */
type Noun = {
  readonly one: string;
  readonly many: string;
  /** Am Anfang eines Satzes. */
  readonly The: string;
  readonly No: string;
  readonly ofThe: string;
  readonly a: string;
  readonly theSame: string;
  readonly ofTheSame: string;
  readonly matching: string;
  readonly another: string;
  readonly its: string;
};

const FEMININE = {
  ...{ The: "Die", No: "Keine", ofThe: "der", a: "eine", theSame: "dieselbe", ofTheSame: "derselben" },
  ...{ matching: "die passende", another: "eine andere", its: "ihren" },
};

const ACCOUNT: Noun = {
  ...{ one: "Konto", many: "Konten" },
  ...{ The: "Das", No: "Kein", ofThe: "des", a: "ein", theSame: "dasselbe", ofTheSame: "demselben" },
  ...{ matching: "das passende", another: "ein anderes", its: "seinen" },
};
const OPPORTUNITY: Noun = { one: "Verkaufschance", many: "Verkaufschancen", ...FEMININE };
const STAGE: Noun = { one: "Stufe", many: "Stufen", ...FEMININE };

function about(noun: Noun): Readonly<Record<LineCode, GermanEntry>> {
  const { one, many, The, ofThe, a } = noun;
  const genitive = `${ofThe} ${one}${ofThe === "des" ? "s" : ""}`;
  const again = `Exportieren Sie die ${many}, um ihre jetzigen IDs zu bekommen, und berichtigen Sie die Zeile.`;
  return {
    required_fields_missing: {
      title: `Pflichtfelder zum Anlegen oder Ändern von ${many} fehlen`,
      cause: `Die Zeile hat keinen Wert in Feldern, die ${a} ${one} haben muss, um angelegt oder beim Ändern gefunden zu werden. Ein Wert, der nicht gelesen werden konnte, zählt als fehlend.`,
      fix: "Füllen Sie die genannten Felder aus, oder prüfen Sie im Schritt „Spalten“, ob ihre Spalten zugeordnet sind.",
    },
    in_file_duplicate: {
      title: `Eine andere Zeile der Datei ist ${noun.theSame} ${one}`,
      cause: `Zwei Zeilen der Datei handeln von ${noun.ofTheSame} ${one}, und diese hier zählt nicht, oder sie sagt etwas anderes als die andere.`,
      fix: "Vergleichen Sie die Zeile mit der genannten, und behalten Sie eine mit den richtigen Werten.",
    },
    contact_not_in_workspace: {
      title: `${The} ${one} ist ungültig oder nicht in diesem Arbeitsbereich`,
      cause: `${noun.No} ${one} dieses Arbeitsbereichs passt zu dem, was die Zeile benennt.`,
      fix: `${again} Um nicht gefundene ${many} anzulegen, wählen Sie im Schritt „Spalten“, dass beides geschehen soll: anlegen und ändern; und dass die ID nicht importiert wird, wenn sie aus einem anderen Arbeitsbereich stammt.`,
    },
    ambiguous_match: {
      title: `Mehrere ${many} passen zu dieser Zeile`,
      cause: `Mehrere ${many} teilen, woran die Zeile erkannt wird, und nichts sonst in der Zeile unterscheidet sie.`,
      fix: `Ergänzen Sie in der Zeile die ID ${genitive}.`,
    },
    conflicting_match: {
      title: `Diese Zeile weist auf zwei verschiedene ${many}`,
      cause: "Die ID der Zeile weist auf das eine und der Name auf das andere; was gemeint ist, ist unklar.",
      fix: "Berichtigen Sie die ID oder den Namen.",
    },
    contradicting_match: {
      title: `Nach einem anderen Merkmal ist ${noun.matching} ${one} ${noun.another}`,
      cause: "Ein Merkmal der Zeile stimmt überein, und eines, das davor zählt, weicht ab.",
      fix: "Berichtigen Sie eines der beiden.",
    },
    already_exists: {
      title: `${The} ${one} gibt es schon`,
      cause: `Die Zeile passt zu etwas Vorhandenem, und dieser Import ändert vorhandene ${many} nicht.`,
      fix: "Soll es bleiben, wie es ist, ist nichts zu tun. Sonst wählen Sie im Schritt „Spalten“: Ändern, was da ist.",
    },
    no_match: {
      title: `${noun.No} ${one} passt zu dieser Zeile`,
      cause: `Der Import ändert nur vorhandene ${many}, und nichts hier passt zu der Zeile.`,
      fix: `Prüfen Sie die Werte, an denen die Zeile erkannt wird, oder wählen Sie im Schritt „Spalten“, dass nicht gefundene ${many} auch angelegt werden.`,
    },
    id_missing: {
      title: `Die ID ${genitive} ist leer`,
      cause: `${many} werden an ihrer ID erkannt, und diese Zeile hat keine.`,
      fix: `Exportieren Sie die ${many}, um eine Datei mit der Spalte der IDs zu bekommen, und bearbeiten Sie diese.`,
    },
    id_unknown: {
      title: `Die ID ${genitive} ist in diesem Arbeitsbereich nicht bekannt`,
      cause:
        "Die ID der Zeile gehört hier zu nichts: Sie wurde vertippt, gelöscht, oder gehört in einen anderen Arbeitsbereich.",
      fix: again,
    },
    owner_kept: {
      ...germanCatalogue.owner_kept,
      title: `${The} ${one} behält ${noun.its} Besitzer`,
      cause: "Einen Besitzer gibt es schon, und dieser Import ersetzt Besitzer nicht.",
    },
    planned_differently: {
      ...germanCatalogue.planned_differently,
      title: `${The} ${one} hat sich geändert, nachdem der Plan gezeigt wurde`,
    },
  };
}

const WORDS: Readonly<Record<LinesAbout, Partial<Record<ProblemCode, GermanEntry>>>> = {
  contact: {},
  account: about(ACCOUNT),
  opportunity: about(OPPORTUNITY),
  pipeline: {},
  stage: about(STAGE),
  both: {
    required_fields_missing: {
      ...germanCatalogue.required_fields_missing,
      title: "Pflichtfelder zum Anlegen oder Ändern von Kontakten oder Verkaufschancen fehlen",
    },
  },
  referred: {
    contact_not_in_workspace: {
      ...germanCatalogue.contact_not_in_workspace,
      fix: "Berichtigen Sie, was den Kontakt benennt, etwa seine ID oder E-Mail-Adresse. Um nicht gefundene Kontakte anzulegen, importieren Sie die Datei als Kontakte mit Verkaufschancen; das wählen Sie im Schritt „Datei“.",
    },
  },
};

export const germanWords = (code: ProblemCode, object: LinesAbout = "contact"): GermanEntry =>
  WORDS[object][code] ?? germanCatalogue[code];
