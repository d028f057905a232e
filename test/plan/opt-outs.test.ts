/** What a contact does not want is found in the exports of other systems, however those say it: a lost opt-out is mail that nobody asked for. */
import { expect, test } from "vitest";
import { counts, people, workspaces } from "../scenario/story.ts";

const open = workspaces();

/** Header, then a line each; and what becomes of each of them. */
const FILES: Readonly<Record<string, readonly [file: string, optOuts: readonly string[]]>> = {
  "an export of those who unsubscribed has no state, only the time": [
    "Email Address,OPTIN_TIME,UNSUB_TIME,UNSUB_REASON\na@x.co,2023-02-14 09:31:00,2024-03-01 10:00:00,NORMAL\nb@x.co,2023-02-14 09:31:00,,\n",
    ["yes", "-"],
  ],
  "an export of addresses that bounced": [
    "Email Address,OPTIN_TIME,CLEAN_TIME\na@x.co,2023-02-14 09:31:00,2024-03-01 10:00:00\n",
    ["yes"],
  ],
  "a date under Unsubscribed is a yes, and one under Subscribed no no": [
    "Subscriber,Subscribed,Unsubscribed\na@x.co,2023-02-14 09:31:00,\nb@x.co,2023-02-14 09:31:00,2024-01-01 00:00:00\n",
    ["-", "yes"],
  ],
  "a state goes before the time, which may be that of an earlier end": [
    "Email,Status,Unsubscribed Date\na@x.co,Active,2022-01-01\nb@x.co,Unsubscribed,2024-01-01\nc@x.co,Bounced,\n",
    ["no", "yes", "yes"],
  ],
  "a state that nobody knows costs no other line its own": [
    "Email,Email Marketing Status\na@x.co,Subscribed\nb@x.co,Unsubscribed\nc@x.co,Cleaned\nd@x.co,Something else\n",
    ["no", "yes", "yes", "-"],
  ],
  "a state in words of its own": [
    "Email,Opt-in status\na@x.co,SingleOptIn\nb@x.co,OptOut\nc@x.co,NonMarketable\n",
    ["no", "yes", "yes"],
  ],
  "the state of a person of a CRM": [
    "Person - Name,Person - Email - Work,Person - Marketing status\nAnn,a@x.co,Subscribed\nBob,b@x.co,Unsubscribed\nCy,c@x.co,No consent\n",
    ["no", "yes", "yes"],
  ],
  "any of several columns is enough": [
    "Email,EMAIL_BLACKLISTED,OPT_IN\na@x.co,No,true\nb@x.co,Yes,true\nc@x.co,No,false\nd@x.co,No,\n",
    ["no", "yes", "yes", "no"],
  ],
  "one kind of mail among several": [
    "Email,Unsubscribed from all email,Opted out of email: Marketing Information\na@x.co,,\nb@x.co,true,\nc@x.co,,true\n",
    ["-", "yes", "yes"],
  ],
  "what is allowed": [
    "Email,Do not allow Emails,Do not allow Bulk Emails\na@x.co,Allow,Allow\nb@x.co,Do Not Allow,Do Not Allow\nc@x.co,Allow,Do Not Allow\n",
    ["no", "yes", "yes"],
  ],
  "an answer of a form": [
    "Email,I agree to receive emails,Did you receive our email?\na@x.co,Yes,No\nb@x.co,No,Yes\n",
    ["no", "yes"],
  ],
  "what is received": ["E-mail;Ontvangt mailings\na@x.co;1\nb@x.co;0\n", ["no", "yes"]],
  "what is suppressed": ["Email,Email Suppressions\na@x.co,[]\nb@x.co,['UNSUBSCRIBE']\n", ["-", "yes"]],
};

test.each(Object.entries(FILES))("C-D2: %s", async (_, [file, optOuts]) => {
  const workspace = await open();
  await workspace.import(file);
  expect(await people(workspace, "email_opt_out")).toEqual(optOuts);
  expect(counts(await workspace.import(file))).toBe(`${optOuts.length} unchanged`);
});

test("C-D2: texts and calls that are not wanted are told from mails", async () => {
  const workspace = await open();
  await workspace.import("Email,DND,DND Email,DND SMS,DND Calls\na@x.co,false,true,,true\nb@x.co,false,,true,\n");
  expect(await people(workspace, "do_not_touch", "email_opt_out", "sms_opt_out")).toEqual([
    "no | yes | -",
    "no | - | yes",
  ]);
});
