/** One erasure: what would go is looked at before anything does, and stands here afterwards. */
import { Alert, Button, Group, Loader, ScrollArea, Stack, Text } from "@mantine/core";
import { listErasures, showErasure, startErasure } from "../../api/endpoints/erasures.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { Dialog } from "../../app/dialog.tsx";
import { Icon } from "../../app/icon.tsx";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { ErasedPlaces } from "./erased-places.tsx";
import { AT_WORK_MS, isAtWork, type WholeErasure } from "./erasure.ts";

type Props = {
  readonly id: string;
  /** Whom it is about, as long as it is known. */
  readonly name?: string;
  readonly close: () => void;
  /** Nobody is erased after all. */
  readonly keep: () => void;
  /** Workers have begun to erase. */
  readonly onStarted: () => void;
};

export function ErasureDialog({ id, name, ...props }: Props) {
  const { erasures } = useWords();
  const format = useFormat();
  const { data, error, refetch } = useAnswer(
    showErasure,
    { params: { id } },
    { every: (answer) => (answer === undefined || isAtWork(answer) ? AT_WORK_MS : false) },
  );
  const count = data?.contacts.length ?? 1;
  const people = erasures.people(count, format.number(count));
  const asks = erasures.title(count, format.number(count));
  return (
    <Dialog
      onClose={props.close}
      size="lg"
      title={<b>{data?.state === "erased" ? `${people} · ${erasures.states.erased}` : asks}</b>}
    >
      {error !== null && data === undefined && <RefusalNotice error={error} retry={() => void refetch()} />}
      {data !== undefined && (
        <Stack gap="sm">
          {name !== undefined && (
            <Text fw={600} style={{ overflowWrap: "anywhere" }}>
              {name}
            </Text>
          )}
          <Shown of={data} />
          <Choices of={data} {...props} />
        </Stack>
      )}
    </Dialog>
  );
}

function Shown({ of }: { readonly of: WholeErasure }) {
  const { erasures } = useWords();
  const { state, places, refusal, mentions, contacts } = of;
  const isGone = state === "erased";
  return (
    <>
      {isAtWork(of) && <AtWork of={of} />}
      {refusal !== null && (
        <Alert color="red" icon={<Icon name="warning" />} title={refusal.message} role="alert">
          {refusal.fix}
        </Alert>
      )}
      {places !== null && (state === "planned" || isGone) && (
        <div>
          <Text size="sm" mb={4}>
            {isGone ? erasures.went : erasures.goes}
          </Text>
          <ErasedPlaces of={places} />
        </div>
      )}
      {mentions.length > 0 && <Mentions of={mentions} />}
      {isGone && (
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {erasures.ids}: {contacts.join(", ")}
        </Text>
      )}
      {(state === "planned" || isGone) && (
        <Text size="sm" c="dimmed">
          {erasures.outside}
        </Text>
      )}
    </>
  );
}

function AtWork({ of: { state, waitsForImport, importInterrupted } }: { readonly of: WholeErasure }) {
  const { erasures } = useWords();
  const says = state === "planning" ? erasures.looking : erasures.started;
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <Loader size={16} />
      <Text size="sm">{importInterrupted ? erasures.interrupted : waitsForImport ? erasures.waits : says}</Text>
    </Group>
  );
}

const PAGES = { contact: "/contacts/$id", account: "/accounts/$id", opportunity: "/opportunities/$id" } as const;

function Mentions({ of }: { readonly of: WholeErasure["mentions"] }) {
  const { erasures, contact } = useWords();
  return (
    <div>
      <Text size="sm" mb={4}>
        {erasures.mentioned}
      </Text>
      <ScrollArea.Autosize mah={180} viewportProps={{ tabIndex: 0, role: "group", "aria-label": erasures.mentioned }}>
        <Stack gap={2}>
          {of.map(({ object, id, name }) => (
            <TextLink key={id} to={PAGES[object]} params={{ id }} size="sm">
              {name === "" ? contact.untitled : name}
            </TextLink>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </div>
  );
}

function Choices({ of: { id, state }, close, keep, onStarted }: Omit<Props, "id"> & { readonly of: WholeErasure }) {
  const { erasures, settings } = useWords();
  const start = useChange(startErasure, { touches: [listErasures, showErasure], onDone: onStarted });
  if (state !== "planned" && state !== "refused")
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {state === "planning" ? settings.cancel : settings.done}
        </Button>
      </Group>
    );
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" data-autofocus onClick={keep}>
        {erasures.keep}
      </Button>
      <Button color="red.8" loading={start.isPending} onClick={() => start.mutate({ params: { id } })}>
        {state === "refused" ? erasures.again : erasures.now}
      </Button>
    </Group>
  );
}
