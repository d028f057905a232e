/** Where a value came from: file and line, and on asking the column and what stands there; or whoever wrote it by hand. */
import { Anchor, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./past.module.css";
import { type FileOrigin, type HandOrigin, isByHand, type Origin } from "./past.ts";

type Props = { readonly label: string; readonly origin: Origin | null; readonly file: string | null };

export function OriginMark({ label, origin, file }: Props) {
  const { contact } = useWords();
  if (origin === null)
    return (
      <span className={classes.mark} title={contact.noOrigin}>
        —
      </span>
    );
  return "bulkChange" in origin ? (
    <HandMark label={label} origin={origin} />
  ) : (
    <FileMark label={label} origin={origin} file={file} />
  );
}

/** Somebody wrote it. */
function HandMark({ label, origin }: Pick<Props, "label"> & { readonly origin: HandOrigin }) {
  const { bulk, contact, hand } = useWords();
  const format = useFormat();
  const { by, at } = origin;
  const isOne = isByHand(origin);
  const says = isOne ? hand.by(by) : bulk.byHand(by);
  const short = isOne ? says : by;
  return (
    <MarkPopover label={`${short}: ${contact.showOrigin(label)}`} short={short}>
      <Text size="sm">{says}</Text>
      <Text size="sm" c="dimmed">
        {format.moment(at)}
      </Text>
      {!isOne && (
        <Anchor component={Link} to="/contacts/changes" size="sm">
          {bulk.open}
        </Anchor>
      )}
    </MarkPopover>
  );
}

function FileMark({ label, origin, file }: Pick<Props, "label" | "file"> & { readonly origin: FileOrigin }) {
  const { contact } = useWords();
  const format = useFormat();
  const line = origin.line === null ? null : contact.inLine(format.number(origin.line));
  const short = origin.workflow ?? [file, line].filter(Boolean).join(" · ");
  return (
    <MarkPopover label={`${short}: ${contact.showOrigin(label)}`} short={short}>
      <dl className={classes.facts}>
        {file !== null && <Fact name={contact.file}>{file}</Fact>}
        {line !== null && origin.line !== null && <Fact name={contact.line}>{format.number(origin.line)}</Fact>}
        {origin.column !== null && <Fact name={contact.column}>{origin.column}</Fact>}
        {origin.raw !== null && (
          <Fact name={contact.raw}>
            <code className={classes.raw}>{origin.raw}</code>
          </Fact>
        )}
      </dl>
      {origin.workflow !== undefined && <Text size="sm">{contact.byWorkflow(origin.workflow)}</Text>}
      {origin.corrected && <Text size="sm">{contact.correctedBy(origin.corrected.by)}</Text>}
      <Anchor component={Link} to={`/imports/${origin.import}`} size="sm">
        {contact.openImport}
      </Anchor>
    </MarkPopover>
  );
}

type MarkProps = { readonly label: string; readonly short: string; readonly children: ReactNode };

function MarkPopover({ label, short, children }: MarkProps) {
  return (
    <Popover position="bottom-end" withArrow shadow="md" width={320} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.mark ?? ""} aria-label={label}>
          {short}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
