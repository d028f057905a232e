/** In German: signing in, and the password. */
import type { SignInWords } from "../en/sign-in.ts";

export const signIn: SignInWords = {
  title: "Anmelden",
  email: "E-Mail-Adresse",
  password: "Passwort",
  signIn: "Anmelden",
  or: "oder",
  mailLink: "Link per E-Mail schicken",
  linkSent: "Sehen Sie in Ihr Postfach",
  linkSentText: (email) =>
    `Wenn ${email} die Adresse eines Mitglieds ist, ist ein Link unterwegs. Er gilt einmal, 15 Minuten lang.`,
  withProvider: "Über Ihre Organisation anmelden",
  ended: "Sie wurden abgemeldet. Melden Sie sich an, um weiterzumachen, wo Sie waren.",
  linkFailed: "Der Link wurde schon benutzt oder ist zu alt.",
  refused: "Sie konnten nicht angemeldet werden.",
  noAccount:
    "Noch kein Zugang? Ein Admin des Arbeitsbereichs lädt Sie ein; wer den Server betreibt, findet einen Link dort, wo er gestartet wurde.",
  setPassword: "Passwort festlegen",
  setPasswordText:
    "Sie kamen über einen Link, der einmal gilt. Mit einem Passwort können Sie sich jederzeit wieder anmelden.",
  address: (email) => `Sie melden sich an als ${email}.`,
  newPassword: "Neues Passwort",
  presentPassword: "Jetziges Passwort",
  presentPasswordHint: "Innerhalb einer Stunde nach der Anmeldung per Link nicht nötig.",
  passwordHint: "12 Zeichen oder mehr; ein paar Wörter hintereinander sind gut.",
  save: "Passwort festlegen",
  later: "Später",
  saved: "Ihr Passwort ist festgelegt.",
  showPassword: "Passwort zeigen oder verbergen",
};
