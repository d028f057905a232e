/** What may be done with an import as it is now: the next step as a button, all else in the menu. */
import { ActionIcon, Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { mayHappen } from "../../src/core/import-state.ts";
import { changesSomething } from "../../src/core/plan/outcome.ts";
import { cancelImport, resumeImport, showImport } from "../api/endpoints/imports.ts";
import { useChange } from "../api/use-answer.ts";
import { ButtonLink } from "../app/button-link.tsx";
import { Icon } from "../app/icon.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useDiscard } from "../import/use-discard.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail } from "./import-detail.ts";
import { ImportMenuItems } from "./import-menu-items.tsx";

type Props = {
  readonly detail: ImportDetail;
  /** Its worker is busy with it. */
  readonly isBusy: boolean;
  /** Something was asked of it. */
  readonly watch: () => void;
  readonly undo: () => void;
  readonly remove: () => void;
};

export function ImportActions({ detail, isBusy, watch, undo, remove }: Props) {
  const { imports } = useWords();
  const { may } = useWorkspace();
  const { state } = detail;
  const mayUndo = may("undo") && mayHappen(state, "undo") && state !== "undoing" && !isBusy && changesSomething(detail);
  return (
    <>
      {may("import") && <NextStep detail={detail} isBusy={isBusy} watch={watch} />}
      {mayUndo && state !== "undone" && (
        <Button variant="default" leftSection={<Icon name="undo" size={14} />} onClick={undo}>
          {imports.undo}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={30} variant="default" aria-label={imports.moreActions}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayUndo && state === "undone" && <Menu.Item onClick={undo}>{imports.undo}</Menu.Item>}
          <ImportMenuItems detail={detail} isBusy={isBusy} remove={remove} />
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function NextStep({ detail, isBusy, watch }: Omit<Props, "undo" | "remove">) {
  const { imports, importCheck } = useWords();
  const { import: id, state, waits = null } = detail;
  const params = { id };
  const asked = { touches: [showImport], onDone: watch };
  const resume = useChange(resumeImport, asked);
  const discarded = useDiscard(id, asked);
  const cancel = useChange(cancelImport, {
    touches: [showImport],
    onDone() {
      if (waits === null) notifications.show({ message: imports.cancelAsked, autoClose: 4000 });
      watch();
    },
  });
  if (state === "planned" && !isBusy) {
    const changesNothing = !changesSomething(detail);
    return (
      <>
        <ButtonLink
          to="/import/$id/$step"
          params={{ id, step: "check" }}
          variant={changesNothing ? "default" : "filled"}
        >
          {changesNothing ? imports.look : imports.review}
        </ButtonLink>
        {changesNothing && (
          <Button variant="default" loading={discarded.isPending} onClick={discarded.discard}>
            {importCheck.discard}
          </Button>
        )}
      </>
    );
  }
  if (state === "received" && !isBusy)
    return (
      <ButtonLink to="/import/$id/$step" params={{ id, step: "columns" }}>
        {imports.goOn}
      </ButtonLink>
    );
  return (
    <>
      {state === "interrupted" && !isBusy && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ params, query: {} })}>
          {imports.resume}
        </Button>
      )}
      {(mayHappen(state, "cancel") || waits === "undo") && (
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ params, query: {} })}>
          {waits === "undo" ? imports.cancelUndo : imports.cancel}
        </Button>
      )}
    </>
  );
}
