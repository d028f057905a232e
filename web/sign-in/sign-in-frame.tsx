/** A small page in the middle of the window: the mark, a title, a form. */
import { Paper, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./sign-in-frame.module.css";

export function SignInFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useDocumentTitle(`${title} · Muster`);
  return (
    <main className={classes.page}>
      <Paper withBorder className={classes.card ?? ""}>
        <Stack gap="md">
          <div className={classes.mark}>
            <img src="/icon.svg" alt="" width={28} height={28} />
            <span>Muster</span>
          </div>
          <Title order={1}>{title}</Title>
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
