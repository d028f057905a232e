/** Writes values of one contact, one change after the other, and offers the way back. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { listAccounts, listContacts, showAccount, showContact } from "../api/endpoints/contacts.ts";
import { listTags } from "../api/endpoints/fields.ts";
import { changeContact } from "../api/endpoints/hand.ts";
import { forget, useChange } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { useTellUndo } from "../bulk/use-change-contacts.tsx";
import { KEPT } from "../past/past.ts";
import { useWords } from "../words/words-provider.tsx";
import type { Typed } from "./value-input.tsx";
import { hasChanged } from "./wrong-values.ts";

type Contact = { readonly id: string; readonly updatedAt: string };

export type Edit = {
  /** Of a field; custom data as `kept:NAME`. */
  readonly key: string;
  readonly label: string;
  readonly value: Typed;
  /** Although another contact has it too. */
  readonly allowDuplicate?: boolean;
};

/** Throws what the server refuses it with. */
export function useEditContact({ id, updatedAt }: Contact): (edit: Edit) => Promise<void> {
  const { hand } = useWords();
  const client = useClient();
  const queries = useQueryClient();
  const tell = useTellUndo();
  const change = useChange(changeContact, {
    touches: [showContact, listContacts, listTags, listAccounts, showAccount],
    tellsItself: true,
  });
  // The last that was seen of it, by the page or by the change before this one.
  const seen = useRef(updatedAt);
  useEffect(() => {
    if (updatedAt > seen.current) seen.current = updatedAt;
  }, [updatedAt]);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const write = async ({ key, label, value, allowDuplicate }: Edit): Promise<void> => {
    const isKept = key.startsWith(KEPT);
    const body = isKept
      ? { values: {}, kept: { [key.slice(KEPT.length)]: typeof value === "string" && value !== "" ? value : null } }
      : { values: { [key]: typeof value === "string" ? value : [...value] } };
    const asked = { params: { id }, headers: { "If-Match": eTagOf(seen.current) } };
    const answer = await change
      .mutateAsync({ ...asked, body: allowDuplicate ? { ...body, allowDuplicate } : body } as never)
      .catch(async (error: unknown) => {
        // What somebody else has written is shown before it is written over.
        if (hasChanged(error)) await forget(queries, client, [showContact]);
        throw error;
      });
    seen.current = answer.updatedAt;
    if (answer.change !== null) tell(answer.change, hand.changed(label));
  };
  return (edit) => {
    const done = turn.current.then(() => write(edit));
    turn.current = done.catch(() => undefined);
    return done;
  };
}

/** The version of a contact is the moment of its last change. */
const eTagOf = (updatedAt: string): string => `"${Date.parse(updatedAt)}"`;
