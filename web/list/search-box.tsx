/** Searches while one types: a pause asks, another key takes back what was asked. */
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";
import classes from "./list.module.css";

/** Milliseconds without a key. */
const PAUSE_MS = 60;

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

export function SearchBox({ label, hint, value, onChange }: Props) {
  const { contacts } = useWords();
  const [typed, setTyped] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const ask = useDebouncedCallback(onChange, PAUSE_MS);
  useHotkeys([["/", () => box.current?.focus()]]);
  // A view, or the way back, has set another one.
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  const change = (text: string): void => {
    setTyped(text);
    ask(text.trim());
  };
  return (
    <TextInput
      ref={box}
      className={classes.search ?? ""}
      type="search"
      aria-label={label}
      placeholder={hint}
      leftSection={<Icon name="search" size={14} />}
      rightSection={
        typed !== "" && (
          <CloseButton
            size="xs"
            aria-label={contacts.clearSearch}
            onClick={() => {
              change("");
              box.current?.focus();
            }}
          />
        )
      }
      value={typed}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
