/** A short list of things that the workspace has: what each is at the left, what can be done with it at the right. */
import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./rows.module.css";

export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

type RowProps = {
  readonly title: ReactNode;
  /** Below the title, in grey. */
  readonly note?: ReactNode;
  /** Buttons and what is chosen. */
  readonly children?: ReactNode;
};

export function Row({ title, note, children }: RowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        {note !== undefined && <div className={classes.note}>{note}</div>}
      </div>
      {children && (
        <Group gap="xs" className={classes.actions ?? ""}>
          {children}
        </Group>
      )}
    </li>
  );
}
