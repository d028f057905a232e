/** C-D2: what a contact agreed to is the opposite of an opt-out, and is mapped only where every value is understood. */
import { expect, test } from "vitest";
import { mappedReader } from "../../src/core/contact/value-map.ts";
import { valueReader } from "../../src/core/contact/value-reader.ts";
import { valueSettingsOf } from "../../src/core/contact/value-settings.ts";
import { policyOf } from "./policy-of.ts";
import { propose, targetsOf } from "./propose.ts";

const yesNo = valueReader(
  { key: "email_opt_out", label: "Email opt-out", type: "yes_no", builtin: true },
  valueSettingsOf(policyOf()),
);

/** The field and what each value is read as. */
function optOut(header: string, ...values: string[]): readonly unknown[] {
  const [column] = propose(
    [header],
    values.map((value) => [value]),
  );
  const read = mappedReader(yesNo, column?.values ?? []);
  return [targetsOf(column ? [column] : [])[0], ...values.map((value) => read(value))];
}

test("C-D2: yes means not opted out, in whatever words", () => {
  expect(optOut("Accepts Email Marketing", "yes", "no")).toEqual(["email_opt_out", "no", "yes"]);
  expect(optOut("Accepts SMS Marketing", "TRUE", "FALSE", "1")).toEqual(["sms_opt_out", "no", "yes", "no"]);
  expect(optOut("Consentement marketing", "oui", "non")).toEqual(["email_opt_out", "no", "yes"]);
  expect(optOut("Zgoda marketingowa", "tak", "nie")).toEqual(["email_opt_out", "no", "yes"]);
});

test("C-D2: the state of a subscription is an opt-out for everybody who is not subscribed", () => {
  expect(optOut("Status", "Subscribed", "Unsubscribed", "Cleaned")).toEqual(["email_opt_out", "no", "yes", "yes"]);
  expect(optOut("Email Marketing Consent", "SUBSCRIBED", "NEVER_SUBSCRIBED")).toEqual(["email_opt_out", "no", "yes"]);
});

test("C-D2: a column with any other value is none, nor is one without values", () => {
  expect(optOut("Status", "Lead", "Customer", "Unsubscribed")[0]).toBe("keep:Status");
  expect(optOut("Accepts Marketing", "yes", "2024-01-02")[0]).toBe("keep:Accepts Marketing");
  expect(optOut("Status", "Pending", "Declined")[0]).toBe("keep:Status");
  expect(optOut("Opt-in")[0]).toBe("keep:Opt-in");
});

test("C-D2: a state that is understood is read also where the column has others", () => {
  expect(optOut("Status", "Active", "Unsubscribed")).toEqual(["email_opt_out", "no", "yes"]);
  expect(optOut("Email status", "Confirmed", "Opt-Out: by admin")).toEqual(["email_opt_out", "no", "yes"]);
  expect(optOut("Subscription status", "Subscribed", "Unsubscribed", "Reported as spam").slice(0, 4)).toEqual([
    "email_opt_out",
    "no",
    "yes",
    "yes",
  ]);
});

test("C-D2: what sounds like a subscription and is none stays what it is", () => {
  expect(optOut("Subscription Status", "active", "canceled", "past_due")[0]).toBe("keep:Subscription Status");
  expect(optOut("Subscription Status", "active", "active")[0]).toBe("keep:Subscription Status");
  expect(optOut("Email Status", "Verified", "Unverified", "Bounced")[0]).toBe("keep:Email Status");
  expect(optOut("Status", "Active", "Inactive")[0]).toBe("keep:Status");
  expect(optOut("Status", "Pending", "Cancelled")[0]).toBe("keep:Status");
  expect(optOut("Clean time", "2h", "3h")[0]).toBe("keep:Clean time");
  expect(optOut("Subscribed", "2024-01-02", "2024-01-03")[0]).toBe("keep:Subscribed");
  expect(optOut("Newsletter", "March", "April")[0]).toBe("keep:Newsletter");
  expect(optOut("Did you receive our emails?", "yes", "no")[0]).toBe("keep:Did you receive our emails?");
  expect(optOut("Blocklisted", "spam.example", "bad.example")[0]).toBe("keep:Blocklisted");
});

test.each([
  ["May we contact you about offers?", ["Yes", "No, thanks", "Yes please"], "no,yes,no"],
  ["Can we email you?", ["Yes", "No"], "no,yes"],
  ["Dürfen wir Sie per E-Mail kontaktieren?", ["Ja, gern", "Nein danke"], "no,yes"],
  ["Möchten Sie unseren Newsletter erhalten?", ["ja", "nein"], "no,yes"],
  ["Souhaitez-vous recevoir nos offres ?", ["Oui", "Non merci"], "no,yes"],
  ["¿Desea recibir nuestro boletín?", ["Sí", "No"], "no,yes"],
  ["Vuoi ricevere la newsletter?", ["Sì, grazie", "No"], "no,yes"],
])("C-D2: %s asks for an agreement: %j", (header, values, read) => {
  const [field, ...optedOut] = optOut(header, ...values);
  expect([field, optedOut.join(",")]).toEqual(["email_opt_out", read]);
});

test("C-D2: may we text you asks for another agreement", () => {
  expect(optOut("May we text you?", "Yes", "No")).toEqual(["sms_opt_out", "no", "yes"]);
});

test("C-D2: an answer that nobody understands is no agreement, and costs the others nothing", () => {
  expect(optOut("Newsletter", "ja", "nein", "vielleicht")).toEqual(["email_opt_out", "no", "yes", "yes"]);
  expect(optOut("Newsletter", "ja", "nein", "ja", "nie wieder", "-", "ja")).toEqual([
    ...["email_opt_out", "no", "yes", "no", "yes", "", "no"],
  ]);
  expect(optOut("Newsletter", "1", "0", "2")[0]).toBe("keep:Newsletter");
  expect(optOut("Newsletter", "ja", "wöchentlich", "monatlich")[0]).toBe("keep:Newsletter");
});

test.each([
  ["I do not wish to receive marketing emails", ["yes", "no", "yes"]],
  ["No longer wishes to receive emails", ["yes", "no"]],
  ["Please tick if you do not wish to receive texts", ["yes", "no"]],
  ["Do you agree to be contacted by phone?", ["yes", "no"]],
  ["May we contact you by phone?", ["yes", "no"]],
  ["Ich möchte keinen Newsletter erhalten", ["ja", "nein"]],
  ["Je ne souhaite plus recevoir d'e-mails", ["oui", "non"]],
  ["Dürfen wir Sie telefonisch kontaktieren?", ["ja", "nein"]],
  ["How can we contact you?", ["phone", "email"]],
  ["Status", ["Active", "Active", "Pending", "Active", "Subscription expired"]],
  ["Member Status", ["Active", "Pending", "No subscription"]],
])("%s is no agreement", (header, values) => {
  const [, column] = propose(
    ["Email", header],
    values.map((value, at) => [`p${at}@x.test`, value]),
  );
  expect(column?.target).toEqual({ to: "keep", name: header });
});

test.each([
  ["subscribed", ["no", "yes", "unsubscribed", "bounced", "yes", "opted out"], "yes,no,yes,yes,no,yes"],
  ["subscribed", ["no", "yes", "unsubscribed"], "yes,no,yes"],
  ["Newsletter", ["ja", "nein", "abgemeldet"], "no,yes,yes"],
])("%s: an answer beside a state is turned round as it is alone: %j", (header, values, read) => {
  const [, column] = propose(
    ["Email", header],
    values.map((value, at) => [`p${at}@x.test`, value]),
  );
  expect(column?.target).toEqual({ to: "field", field: "email_opt_out" });
  const optOut = mappedReader(yesNo, column?.values ?? []);
  expect(values.map((value) => optOut(value)).join(",")).toBe(read);
});

test.for([
  ["Désinscrit", "oui", "non"],
  ["Abgemeldet", "ja", "nein"],
  ["Werbesperre", "ja", "nein"],
  ["Keine Werbung", "ja", "nein"],
  ["Dado de baja", "sí", "no"],
  ["Отписан", "да", "нет"],
  ["配信停止", "はい", "いいえ"],
])("C-D1, C-I6: %s is an opt-out of e-mail", ([header = "", yes = "", no = ""]) => {
  expect(optOut(header, yes, no)).toEqual(["email_opt_out", "yes", "no"]);
});

test("C-D1: of a wish not to be called no field says anything; a wish to be left alone is one", () => {
  for (const header of ["Do not call", "DNC", "Ne pas appeler", "Nicht anrufen"])
    expect(optOut(header, "yes", "no")[0]).toBe(`keep:${header}`);
  expect(optOut("Не беспокоить", "да", "нет")).toEqual(["do_not_touch", "yes", "no"]);
});
