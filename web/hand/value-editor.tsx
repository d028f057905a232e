/** One value where it stands: Enter or leaving it saves, Escape leaves it as it was. */
import { Text } from "@mantine/core";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { toldOf } from "../app/query-client.ts";
import type { ListField } from "../list/list-field.ts";
import { useWords } from "../words/words-provider.tsx";
import { ExistsNote } from "./exists-note.tsx";
import classes from "./hand.module.css";
import type { Edit } from "./use-edit-contact.ts";
import { isList, isLong, type Typed, ValueInput } from "./value-input.tsx";
import { hasChanged, sayWrong, wrongValues } from "./wrong-values.ts";

type Props = {
  readonly field: Pick<ListField, "key" | "label" | "type" | "options">;
  /** As it is now. */
  readonly value: Typed;
  readonly save: (edit: Edit) => Promise<void>;
  /** @param isDone it was saved, or left by a key: what was pressed before is where one goes on */
  readonly close: (isDone: boolean) => void;
};

export function ValueEditor({ field, value, save, close }: Props) {
  const { shell, hand } = useWords();
  const [typed, setTyped] = useState<Typed>(value);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  // Leaving a list takes what was typed last into it, in the same moment in which it is saved.
  const latest = useRef<Typed>(value);
  const type = (next: Typed): void => {
    latest.current = next;
    setTyped(next);
  };
  // What ends the editor also takes the focus out of it, which would save once more.
  const isEnding = useRef(false);
  const submit = async (how: { readonly byKey: boolean; readonly allowDuplicate?: boolean }): Promise<void> => {
    if (isEnding.current) return;
    isEnding.current = true;
    if (String(latest.current) === String(value)) return close(how.byKey);
    setBusy(true);
    try {
      const { key, label } = field;
      await save({ key, label, value: latest.current, ...(how.allowDuplicate ? { allowDuplicate: true } : {}) });
      close(how.byKey);
    } catch (found) {
      setError(found);
      setBusy(false);
      isEnding.current = false;
    }
  };
  // What is wrong with the value, or with what its writing would leave.
  const wrong = wrongValues(error).find(({ where }) => where === field.key) ?? wrongValues(error)[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.preventDefault();
      isEnding.current = true;
      close(true);
    }
    if (event.key !== "Enter" || event.defaultPrevented || event.target instanceof HTMLButtonElement) return;
    const isLine = isLong(field.type) && !event.ctrlKey && !event.metaKey;
    // The first Enter is the list's own: it takes what was typed.
    const isItem = isList(field.type) && event.target instanceof HTMLInputElement && event.target.value.trim() !== "";
    if (isLine || isItem) return;
    event.preventDefault();
    void submit({ byKey: true });
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (error === null && !currentTarget.contains(relatedTarget)) void submit({ byKey: false });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the input inside, wherever in it they are pressed
    <div className={classes.editor} onKeyDown={onKeyDown} onBlur={onBlur}>
      <ValueInput field={field} value={typed} onChange={type} error={wrong && sayWrong(wrong, { hand })} isAlone />
      <ExistsNote error={error} isBusy={isBusy} onAnyway={() => void submit({ byKey: true, allowDuplicate: true })} />
      {error !== null && wrong === undefined && (
        <Text size="sm" className={classes.wrong ?? ""} role="alert">
          {hasChanged(error) ? hand.changedMeanwhile : toldOf(error, shell).message}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {isLong(field.type) ? hand.keysLong : hand.keys}
      </Text>
    </div>
  );
}
