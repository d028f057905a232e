/** Why a profile was not found, in German: the reasons are kept with their lines as they were said in English. */

const REASONS: Readonly<Record<string, string>> = {
  "there is no such profile": "ein solches Profil gibt es nicht",
  "the answer is no profile": "die Antwort ist kein Profil",
  "the answer is about somebody else": "die Antwort ist über jemand anderen",
  "the answer names nobody": "die Antwort nennt niemanden",
  "the answer is too large": "die Antwort ist zu groß",
  "the answer is not JSON": "die Antwort ist kein JSON",
  "the import was stopped": "der Import wurde angehalten",
  "the service does not answer": "der Dienst antwortet nicht",
  "the address is no web address": "die Adresse ist keine Web-Adresse",
};

const WITH_VALUE: readonly (readonly [RegExp, string])[] = [
  [/^the answer's (.+) is no text$/, "$1 ist in der Antwort kein Text"],
  [/^the service does not accept our key \(HTTP (\d+)\)$/, "der Dienst nimmt unseren Schlüssel nicht an (HTTP $1)"],
  [/^the service answered HTTP (\d+)$/, "der Dienst antwortete mit HTTP $1"],
  [/^no answer within (.+) s$/, "keine Antwort in $1 s"],
];

/** What is not known here, such as the code of a system's fault, stays as it is. */
export function germanReason(reason: string): string {
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  if (known !== undefined) return known;
  const found = WITH_VALUE.find(([pattern]) => pattern.test(reason));
  return found === undefined ? reason : reason.replace(found[0], found[1]);
}
