/** A text inside a sentence of the policy: a size, a length of time. It counts when it is left, or with Enter. */
import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ChoiceProps } from "./choice-props.ts";
import classes from "./policy.module.css";

export function ChosenText({ entry, text, words, labelledBy, choose }: ChoiceProps) {
  const present = text === entry.none ? "" : text;
  const [typed, setTyped] = useState(present);
  useEffect(() => setTyped(present), [present]);
  const take = (): void => {
    if (typed.trim() !== present) choose(typed.trim() === "" ? (entry.none ?? "") : typed.trim());
  };
  return (
    <TextInput
      className={classes.text ?? ""}
      aria-labelledby={labelledBy}
      value={typed}
      placeholder={entry.none === null ? "" : words.item(entry, entry.none)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === "Enter") take();
        if (key === "Escape") setTyped(present);
      }}
    />
  );
}
