/** Why a line comes to its outcome, in full: each problem with what to do about it, and whom it was recognised as. */
import { Button, Popover, Stack, Text } from "@mantine/core";
import { MatchedLink } from "../../imports/matched-link.tsx";
import { useWords } from "../../words/words-provider.tsx";
import classes from "./line-grid.module.css";
import { onceEach, withColumns } from "./once-each.ts";
import type { Line } from "./use-lines.ts";

type Props = {
  readonly line: Line;
  /** As it stands in the cell. */
  readonly why: string;
  /** What the line calls a contact that is named otherwise; null = nothing of the kind. */
  readonly other: string | null;
  readonly close: () => void;
};

export function LineReasons({ line: { problems, matched }, why, other, close }: Props) {
  const { importCheck, shell } = useWords();
  const messages = problems.map(({ message }) => message).join(" ");
  return (
    <Popover
      opened
      onDismiss={close}
      trapFocus
      withRoles={false}
      position="bottom-start"
      width={420}
      withArrow
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <span className={classes.edited}>{why}</span>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={importCheck.why}
        maw="calc(100vw - 24px)"
        onKeyDown={(event) => event.key === "Escape" && close()}
      >
        <Stack gap="xs" className={classes.reasons ?? ""}>
          {!messages.includes(why) && <Text size="sm">{why}</Text>}
          <MatchedLink matched={matched} />
          {other !== null && <Text size="sm">{importCheck.otherName(other, matched?.name ?? "")}</Text>}
          {onceEach(problems).map((said) => (
            <div key={`${said.code} ${said.message}`}>
              <Text size="sm" fw={550} {...(said.severity === "error" ? { className: classes.wrong ?? "" } : {})}>
                {withColumns(said)}
              </Text>
              <Text size="sm">{said.fix}</Text>
            </div>
          ))}
        </Stack>
        <Button variant="default" onClick={close} data-autofocus mt="xs">
          {shell.close}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
