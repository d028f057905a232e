/** A value as people read it: by the type of its field. Always text, never markup. */
import { Anchor, Badge, Group } from "@mantine/core";
import type { MouseEvent } from "react";
import type { FieldType } from "../../src/core/contact/field.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./field-value.module.css";

type Props = {
  readonly type: FieldType | null;
  /** As the API answers it: a text, or a list of texts. */
  readonly value: unknown;
  /** Addresses lead somewhere. */
  readonly isLinked?: boolean;
};

const BADGES: ReadonlySet<FieldType> = new Set(["tags", "multiple_choice", "checkbox"]);

export function FieldValue({ type, value, isLinked = false }: Props) {
  const { filters } = useWords();
  const format = useFormat();
  const list = Array.isArray(value) ? value.map(String) : null;
  if (list && type !== null && BADGES.has(type))
    return (
      <Group
        gap={4}
        wrap={isLinked ? "wrap" : "nowrap"}
        component="span"
        display="inline-flex"
        className={classes.badges ?? ""}
      >
        {list.map((item) => (
          <Badge key={item} size="sm" color="gray" flex="none" component="span">
            {item}
          </Badge>
        ))}
      </Group>
    );
  const text = list ? list.join(", ") : value === undefined || value === null ? "" : String(value);
  if (type === "date") return format.day(text);
  if (type === "number") return format.decimal(text);
  if (type === "money") return format.amount(text);
  if (type === "yes_no" && (text === "yes" || text === "no")) return filters[text];
  const link = isLinked && !list ? linkOf(type, text) : null;
  if (link === null) return text;
  return (
    <Anchor href={link} target={link.startsWith("http") ? "_blank" : "_self"} rel="noreferrer" inherit onClick={stop}>
      {text}
    </Anchor>
  );
}

const stop = (event: MouseEvent): void => event.stopPropagation();

/** Only addresses that lead to where they say: whatever a file holds, no script comes of it. */
function linkOf(type: FieldType | null, text: string): string | null {
  if (type === "email") return `mailto:${encodeURIComponent(text).replace("%40", "@")}`;
  if (type === "phone") return /^\+?[\d\s().-]+$/.test(text) ? `tel:${text.replace(/[^+\d]/g, "")}` : null;
  if ((type === "url" || type === "linkedin_url") && /^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  return null;
}
