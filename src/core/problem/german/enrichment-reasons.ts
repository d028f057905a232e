/** Why a profile was not found, in German: the reasons are kept with their lines as they were said in English. */
import { recogniser, type Sentence } from "./sentences.ts";

const SENTENCES: readonly Sentence[] = [
  ["there is no such profile", "ein solches Profil gibt es nicht"],
  ["the answer is no profile", "die Antwort ist kein Profil"],
  ["the answer is about somebody else", "die Antwort ist über jemand anderen"],
  ["the answer names nobody", "die Antwort nennt niemanden"],
  ["the answer is too large", "die Antwort ist zu groß"],
  ["the answer is not JSON", "die Antwort ist kein JSON"],
  ["the import was stopped", "der Import wurde angehalten"],
  ["the service does not answer", "der Dienst antwortet nicht"],
  ["the address is no web address", "die Adresse ist keine Web-Adresse"],
  ["the answer's {} is no text", "{} ist in der Antwort kein Text"],
  ["the service does not accept our key (HTTP {})", "der Dienst nimmt unseren Schlüssel nicht an (HTTP {})"],
  ["the service answered HTTP {}", "der Dienst antwortete mit HTTP {}"],
  ["no answer within {} s", "keine Antwort in {} s"],
];

const recognised = recogniser(SENTENCES);

/** What is not known here, such as the code of a system's fault, stays as it is. */
export const germanReason = (reason: string): string => recognised(reason) ?? reason;
