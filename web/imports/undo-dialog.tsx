/** Undoing an import or one line of it: first what would go back and what stays, then the button that does it. */
import { Alert, Button, Checkbox, Group, Loader, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { listEffects } from "../api/endpoints/effects.ts";
import { previewUndo, showImport, undoImport } from "../api/endpoints/imports.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { usePages } from "../api/use-pages.ts";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { TextLink } from "../app/text-link.tsx";
import { EffectsTable } from "../tasks/effects-table.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail } from "./import-detail.ts";
import classes from "./undo-lines.module.css";
import { UndoLines } from "./undo-lines.tsx";
import { UndoTally } from "./undo-tally.tsx";

type Props = {
  readonly detail: ImportDetail;
  /** `all`: the whole import; a number: that line alone; null = closed. */
  readonly what: "all" | number | null;
  readonly close: () => void;
  /** The undo was asked for. */
  readonly onAsked: () => void;
};

export function UndoDialog({ detail, what, close, onAsked }: Props) {
  const { imports, shell } = useWords();
  const format = useFormat();
  const isNarrow = useMediaQuery("(max-width: 48em)", false);
  return (
    <Modal
      opened={what !== null}
      onClose={close}
      size="lg"
      fullScreen={isNarrow}
      title={<b>{typeof what === "number" ? imports.undoLineTitle(format.number(what)) : imports.undoTitle}</b>}
      closeButtonProps={{ "aria-label": shell.close }}
      transitionProps={{ duration: 0 }}
    >
      {what !== null && <Preview key={what} detail={detail} what={what} close={close} onAsked={onAsked} />}
    </Modal>
  );
}

const PAGE = 50;

function Preview({ detail, what, close, onAsked }: Props & { readonly what: "all" | number }) {
  const { imports, shell } = useWords();
  const format = useFormat();
  const [includeEdited, setIncludeEdited] = useState(false);
  const [staying, setStaying] = useState(false);
  const line = what === "all" ? undefined : what;
  const params = { id: detail.import };
  const which = { includeEdited: String(includeEdited), staying: String(staying) };
  const found = usePages(
    previewUndo,
    { params, query: { limit: PAGE, ...which, ...(line === undefined ? {} : { line }) } },
    { keepsFormer: true },
  );
  const undo = useChange(undoImport, {
    touches: [showImport],
    onDone: () => {
      close();
      onAsked();
    },
  });
  if (found.error !== null && !found.isLoaded) return <RefusalNotice error={found.error} retry={found.again} />;
  const { preview = null, besides = null, continuedBy = [] } = found.pages[0] ?? {};
  if (preview === null) return <Loader size="sm" />;
  const { deleted = 0, restored = 0, partly = 0, kept = 0, merged = 0 } = preview;
  const stays = partly + kept + merged;
  const goesBack = deleted + restored + partly;
  const besidesCount = Object.values(besides ?? {}).reduce((sum, count) => sum + count, 0);
  const besidesBack = (besides?.deleted ?? 0) + (besides?.restored ?? 0);
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" c="dimmed">
          {goesBack + kept + besidesCount === 0 ? imports.undoNothing : imports.undoLead}
        </Text>
        <Text fw={600}>
          <UndoTally tally={preview} isAhead />
        </Text>
        {besidesCount > 0 && (
          <Text size="sm" c="dimmed">
            {imports.undoBesides} <UndoTally tally={besides ?? {}} isAhead />
          </Text>
        )}
      </div>
      {(kept > 0 || includeEdited) && (
        <Checkbox
          label={imports.includeEdited}
          description={imports.includeEditedText}
          checked={includeEdited}
          onChange={({ currentTarget }) => setIncludeEdited(currentTarget.checked)}
        />
      )}
      {continuedBy.map(({ import: id, file }) => (
        <Text size="sm" key={id}>
          {imports.continuationStays}{" "}
          <TextLink to="/imports/$id" params={{ id }}>
            {file} ({id})
          </TextLink>
        </Text>
      ))}
      <SentEffects id={detail.import} />
      {(staying || (stays > 0 && deleted + restored > 0)) && (
        <SegmentedControl
          size="xs"
          className={classes.which ?? ""}
          data={[
            { value: "all", label: imports.undoAllLines },
            { value: "staying", label: imports.undoStaying(format.number(stays)) },
          ]}
          value={staying ? "staying" : "all"}
          onChange={(value) => setStaying(value === "staying")}
        />
      )}
      <UndoLines detail={detail} found={found} />
      <Group justify="flex-end" gap="xs" className={classes.actions ?? ""}>
        <Button variant="default" onClick={close} data-autofocus>
          {shell.close}
        </Button>
        <Button
          color="red"
          disabled={goesBack + besidesBack === 0}
          loading={undo.isPending}
          onClick={() => undo.mutate({ params, body: { line: line ?? null, includeEdited }, query: {} })}
        >
          {goesBack === 0 && besidesBack > 0
            ? imports.undoBesidesNow
            : what === "all" && detail.object.includes(",")
              ? imports.undoImportNow
              : imports.undoNow(goesBack, format.number(goesBack))}
        </Button>
      </Group>
    </Stack>
  );
}

const SHOWN_EFFECTS = 20;

/** What the import has sent already, which no undo calls back. */
function SentEffects({ id }: { readonly id: string }) {
  const { imports } = useWords();
  const sent = useAnswer(listEffects, { query: { import: id, state: ["sent"], limit: SHOWN_EFFECTS } });
  if (!sent.data || sent.data.items.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={imports.sentAlready}>
      <EffectsTable effects={sent.data.items} />
    </Alert>
  );
}
