/** Addresses that are told of imports: added, tested, given a new secret, removed. */
import { Button, Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { WEBHOOK_EVENTS } from "../../../src/core/notify/webhook-endpoint.ts";
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type {
  addWebhook as AddedWebhook,
  listWebhooks as ListWebhooks,
} from "../../../src/http/contract/notifications.ts";
import { addWebhook, listWebhooks, removeWebhook, rotateWebhook, testWebhook } from "../../api/endpoints/webhooks.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import { ShownOnce } from "../shown-once.tsx";

type Webhook = AnswerOf<typeof ListWebhooks>["items"][number];
type WithSecret = AnswerOf<typeof AddedWebhook>;
type Asked = { readonly what: "remove" | "rotate"; readonly webhook: Webhook };
type Take = (webhook: WithSecret) => void;

const TOUCHES = [listWebhooks];

export default function WebhooksSection() {
  const { settings, connections, access } = useWords();
  const { webhooks } = connections;
  const format = useFormat();
  const query = useAnswer(listWebhooks, {});
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [added, setAdded] = useState<WithSecret | null>(null);
  const test = useChange(testWebhook, {
    onDone: () => notifications.show({ color: "green", message: webhooks.tested }),
  });
  return (
    <>
      <SectionHead title={settings.sections.webhooks} says={webhooks.says}>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
          {webhooks.add}
        </Button>
      </SectionHead>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={webhooks.none} text={webhooks.noneSays} />
          ) : (
            <Rows label={settings.sections.webhooks}>
              {items.map((webhook) => {
                const { webhook: id, url, events, createdBy, createdAt } = webhook;
                const all = events.length === WEBHOOK_EVENTS.length;
                const told = all ? webhooks.all : events.map((event) => webhooks.event[event]).join(", ");
                return (
                  <Row
                    key={id}
                    title={url}
                    note={
                      <>
                        {`${webhooks.events}: ${told} · ${access.keys.by(createdBy)}, ${format.ago(createdAt)}`}
                        <NotCalled webhook={webhook} />
                      </>
                    }
                  >
                    <Button
                      variant="default"
                      aria-label={webhooks.testing(url)}
                      onClick={() => test.mutate({ params: { id } })}
                    >
                      {webhooks.test}
                    </Button>
                    <Button
                      variant="subtle"
                      aria-label={webhooks.rotating(url)}
                      onClick={() => setAsked({ what: "rotate", webhook })}
                    >
                      {webhooks.rotate}
                    </Button>
                    <Button
                      variant="subtle"
                      color="gray"
                      aria-label={settings.removing(url)}
                      onClick={() => setAsked({ what: "remove", webhook })}
                    >
                      {settings.remove}
                    </Button>
                  </Row>
                );
              })}
            </Rows>
          )
        }
      </Answered>
      {isAdding && <AddWebhook close={() => setAdding(false)} take={setAdded} />}
      {asked?.what === "rotate" && <Rotate webhook={asked.webhook} close={() => setAsked(null)} take={setAdded} />}
      {asked?.what === "remove" && <Remove webhook={asked.webhook} close={() => setAsked(null)} />}
      {added !== null && (
        <ShownOnce title={webhooks.secret} says={webhooks.once} secret={added.secret} close={() => setAdded(null)}>
          <NotCalled webhook={added} />
        </ShownOnce>
      )}
    </>
  );
}

/** The server has said why no call will be made; what else becomes of calls stands with the tasks. */
function NotCalled({ webhook: { warning } }: { readonly webhook: Pick<Webhook, "warning"> }) {
  const { webhooks } = useWords().connections;
  if (warning === undefined) return null;
  return (
    <Text size="sm" c="var(--muster-warn)">
      <Icon name="warning" size={14} /> {webhooks.notCalled}
    </Text>
  );
}

function AddWebhook({ close, take }: { readonly close: () => void; readonly take: Take }) {
  const { webhooks } = useWords().connections;
  const [url, setUrl] = useState("");
  const [events, setEvents] = useState<readonly string[]>(WEBHOOK_EVENTS);
  const add = useChange(addWebhook, {
    touches: TOUCHES,
    tellsItself: true,
    onDone(webhook) {
      take(webhook);
      close();
    },
  });
  return (
    <FormDialog
      title={webhooks.add}
      action={webhooks.add}
      submit={() => add.mutate({ body: { url: url.trim(), events: [...events] } })}
      {...{ close, isBusy: add.isPending, error: add.error }}
    >
      <TextInput
        data-autofocus
        type="url"
        required
        withAsterisk={false}
        label={webhooks.url}
        placeholder="https://example.com/hooks/muster"
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
      />
      <Checkbox.Group size="xs" label={webhooks.events} value={[...events]} onChange={setEvents}>
        <Stack gap={6} mt={4}>
          {WEBHOOK_EVENTS.map((event) => (
            <Checkbox key={event} size="xs" value={event} label={webhooks.event[event]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}

type OneProps = { readonly webhook: Webhook; readonly close: () => void };

function Rotate({ webhook: { webhook: id, url }, close, take }: OneProps & { readonly take: Take }) {
  const { webhooks } = useWords().connections;
  const rotate = useChange(rotateWebhook, {
    tellsItself: true,
    onDone(webhook) {
      take(webhook);
      close();
    },
  });
  return (
    <FormDialog
      title={webhooks.rotating(url)}
      action={webhooks.rotate}
      submit={() => rotate.mutate({ params: { id } })}
      {...{ close, isBusy: rotate.isPending, error: rotate.error }}
    >
      <Text size="sm">{webhooks.rotateSays}</Text>
    </FormDialog>
  );
}

function Remove({ webhook: { webhook: id, url }, close }: OneProps) {
  const { settings, connections } = useWords();
  const remove = useChange(removeWebhook, { touches: TOUCHES, tellsItself: true, onDone: close });
  return (
    <FormDialog
      isGrave
      title={settings.removing(url)}
      action={settings.remove}
      submit={() => remove.mutate({ params: { id } })}
      {...{ close, isBusy: remove.isPending, error: remove.error }}
    >
      <Text size="sm">{connections.webhooks.removeSays}</Text>
    </FormDialog>
  );
}
