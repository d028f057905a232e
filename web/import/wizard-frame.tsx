/** What stands around every step: where one is, the file's facts, and at the bottom the way on. */
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";
import { StepBar, type StepLinks } from "./step-bar.tsx";
import classes from "./wizard-frame.module.css";
import type { WizardStep } from "./wizard-step.ts";

type Props = {
  readonly step: WizardStep;
  /** Steps that one can go to from here. */
  readonly links?: StepLinks;
  /** The file, and what is known of it. */
  readonly note?: ReactNode;
  /** Buttons at the bottom, the one that goes on last. */
  readonly actions?: ReactNode;
  /** Beside the buttons: what stands in the way, or what they will do. */
  readonly hint?: ReactNode;
  /** The step fills the page and scrolls inside itself. */
  readonly isFilling?: boolean;
  readonly children: ReactNode;
};

export function WizardFrame({ step, links = {}, note, actions, hint, isFilling = false, children }: Props) {
  const { importFile } = useWords();
  return (
    <div className={classes.page}>
      <PageHead title={importFile.title} note={note}>
        <StepBar step={step} links={links} />
      </PageHead>
      <div className={isFilling ? classes.filling : classes.body}>{children}</div>
      {actions && (
        <div className={classes.foot}>
          <Text component="div" size="xs" c="dimmed" className={classes.hint ?? ""}>
            {hint}
          </Text>
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        </div>
      )}
    </div>
  );
}
