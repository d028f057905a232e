/** Says that an import is at work, how far it is, and has the list fetched anew while it brings contacts (C-N1). */
import { Anchor, Progress, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { countContacts, listContacts } from "../api/endpoints/contacts.ts";
import { forget } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./contacts-page.module.css";
import { type RunningImport, useRunningImports } from "./use-running-imports.ts";

/** @param isShort the list is short enough to be fetched anew as a whole; of a long one only the count is */
export function ImportBanner({ isShort }: { readonly isShort: boolean }) {
  const running = useRunningImports();
  useFreshList(running, isShort);
  if (running.length === 0) return null;
  return (
    <div role="status" className={classes.banner}>
      {running.map((task) => (
        <OneImport key={`${task.kind} ${task.import}`} task={task} />
      ))}
    </div>
  );
}

function OneImport({ task: { kind, file, progress, import: id } }: { readonly task: RunningImport }) {
  const { contacts } = useWords();
  const format = useFormat();
  const { done = 0, lines = null, secondsLeft = null } = progress ?? {};
  const isCounted = kind === "import" && lines !== null;
  return (
    <div className={classes.running}>
      <Icon name={kind === "undo" ? "undo" : "imports"} />
      <Text size="sm" fw={550}>
        {kind === "undo" ? contacts.bannerUndo : contacts.bannerStarted}
      </Text>
      <Text size="sm" c="dimmed" className={classes.grow ?? ""}>
        {isCounted
          ? contacts.bannerProgress(file, format.number(done), format.number(lines))
          : contacts.bannerScan(file)}
        {secondsLeft !== null && ` · ${contacts.bannerLeft(secondsLeft)}`}
      </Text>
      <Anchor component={Link} to={`/imports/${id}`} size="sm">
        {contacts.bannerOpen}
      </Anchor>
      <Progress
        className={classes.bar ?? ""}
        size={3}
        radius={0}
        aria-label={file}
        value={isCounted && lines > 0 ? (100 * done) / lines : 100}
        animated={!isCounted}
      />
    </div>
  );
}

/** Contacts appear while they are brought, and once more when all are there. */
function useFreshList(running: readonly RunningImport[], isShort: boolean): void {
  const queries = useQueryClient();
  const client = useClient();
  const before = useRef(0);
  useEffect(() => {
    const hasEnded = running.length < before.current;
    if (running.length > 0 || hasEnded)
      void forget(queries, client, isShort || hasEnded ? [listContacts, countContacts] : [countContacts]);
    before.current = running.length;
  }, [running, isShort, queries, client]);
}
