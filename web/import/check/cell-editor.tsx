/** One cell put right where it stands: there alone, or wherever its value stands in the column. */
import { Button, Group, Popover, Stack, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ColumnMapping } from "../../../src/core/mapping/column-mapping.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { ShownImport } from "../planned-import.ts";
import classes from "./line-grid.module.css";
import type { ShownCell } from "./shown-cell.ts";
import { useCorrection } from "./use-correction.ts";
import type { Line } from "./use-lines.ts";

type Props = {
  readonly shown: Pick<ShownImport, "import">;
  readonly line: Line;
  readonly mapping: ColumnMapping;
  readonly cell: ShownCell;
  /** What takes the place of its text; null = it was opened without typing. */
  readonly typed: string | null;
  readonly close: () => void;
  readonly onFixing: (isFixing: boolean) => void;
};

/** Or the next key that is pressed finds no editor yet. */
const AT_ONCE = { duration: 0 };

function takeKeys(input: HTMLTextAreaElement | null): void {
  input?.focus({ preventScroll: true });
  input?.setSelectionRange(input.value.length, input.value.length);
}

export function CellEditor({ shown, line, mapping, cell, typed, close, onFixing }: Props) {
  const { importCheck, importColumns, importFile } = useWords();
  const { number } = useFormat();
  const [text, setText] = useState(typed ?? cell.text);
  const { correct, isPending, error } = useCorrection(shown.import, line.line);
  useEffect(() => onFixing(isPending), [isPending, onFixing]);
  const column = `#${mapping.column + 1}`;
  const send = async (body: Parameters<typeof correct>[0]): Promise<void> => {
    await correct(body);
    onFixing(false);
    close();
  };
  const fixHere = (): void => void send({ cells: [{ line: line.line, column, value: text }] }).catch(() => undefined);
  const fixEverywhere = (): void =>
    void send({ everywhere: [{ column, from: cell.text, value: text }] }).catch(() => undefined);
  const isSame = text === cell.text;
  return (
    <Popover
      opened
      onDismiss={close}
      trapFocus
      withRoles={false}
      position="bottom-start"
      width={480}
      withArrow
      shadow="md"
      withinPortal
      transitionProps={AT_ONCE}
    >
      <Popover.Target>
        <span className={classes.edited}>{cell.text}</span>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        maw="calc(100vw - 24px)"
        aria-label={importCheck.correct}
        onKeyDown={(event) => event.key === "Escape" && close()}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSame) fixHere();
          }}
        >
          <Stack gap="xs">
            <Textarea
              ref={takeKeys}
              data-autofocus
              size="sm"
              classNames={{ error: classes.wrong ?? "", input: classes.wrongInput ?? "" }}
              autosize
              maxRows={6}
              label={importCheck.cellOn(
                mapping.header.trim() || importFile.column(number(mapping.column + 1)),
                number(line.line),
              )}
              value={text}
              error={cell.problem?.message}
              description={cell.problem?.fix}
              inputWrapperOrder={["label", "error", "input", "description"]}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.shiftKey) return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
            />
            {error && <RefusalNotice error={error} />}
            <Group gap="xs">
              <Button type="submit" disabled={isSame} loading={isPending}>
                {importCheck.correct}
              </Button>
              {cell.text.trim() !== "" && (
                <Button variant="default" disabled={isSame || isPending} onClick={fixEverywhere}>
                  {importCheck.everywhere}
                </Button>
              )}
              <Button variant="subtle" onClick={close}>
                {importColumns.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
