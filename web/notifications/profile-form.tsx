/** Where one is told of what: event by event, and one's own address at Slack. */
import { Button, Checkbox, Group, Loader, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { changeProfile, showProfile } from "../api/endpoints/notifications.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useWords } from "../words/words-provider.tsx";
import { type Channels, channelsOf, channelsText, type MailWish } from "./channels.ts";
import classes from "./profile-form.module.css";

type Props = { readonly onSaved?: () => void };

export function ProfileForm({ onSaved }: Props) {
  const profile = useAnswer(showProfile, {});
  if (profile.error) return <RefusalNotice error={profile.error} retry={() => void profile.refetch()} />;
  if (!profile.data) return <Loader size="sm" />;
  return <Form profile={profile.data} {...(onSaved ? { onSaved } : {})} />;
}

function Form({ profile, onSaved }: Props & { readonly profile: AnswerOf<typeof showProfile> }) {
  const { tasks } = useWords();
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const [slackUrl, setSlackUrl] = useState("");
  const save = useChange(changeProfile, {
    touches: [showProfile],
    onDone() {
      setChanged({});
      setSlackUrl("");
      notifications.show({ message: tasks.saved, autoClose: 3000 });
      onSaved?.();
    },
  });
  const slack = slackUrl.trim() === "" ? {} : { slackUrl };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { events: changed, ...slack } });
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {tasks.profileLead} {tasks.mailLongText}
        </Text>
        <table className={classes.table}>
          <thead>
            <tr>
              {[tasks.event, tasks.inApp, tasks.byMail, tasks.bySlack].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(profile.events).map(([event, channels]) => (
              <EventRow
                key={event}
                name={tasks.events[event] ?? event}
                channels={channelsOf(changed[event] ?? channels)}
                change={(next) => setChanged((before) => ({ ...before, [event]: channelsText(next) }))}
              />
            ))}
          </tbody>
        </table>
        <TextInput
          label={tasks.slackUrl}
          description={profile.slack === null ? tasks.slackHint : tasks.slackNow(profile.slack)}
          placeholder="https://hooks.slack.com/services/…"
          type="url"
          value={slackUrl}
          onChange={({ currentTarget }) => setSlackUrl(currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          {profile.slack !== null && (
            <Button variant="default" onClick={() => save.mutate({ body: { slackUrl: "" } })}>
              {tasks.takeSlackAway}
            </Button>
          )}
          <Button type="submit" loading={save.isPending}>
            {tasks.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type RowProps = {
  readonly name: string;
  readonly channels: Channels;
  readonly change: (channels: Channels) => void;
};

function EventRow({ name, channels, change }: RowProps) {
  const { tasks } = useWords();
  const mails: readonly { readonly value: MailWish; readonly label: string }[] = [
    { value: "never", label: tasks.mailNever },
    { value: "always", label: tasks.mailAlways },
    { value: "if_long", label: tasks.mailIfLong },
  ];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Checkbox
          size="xs"
          aria-label={`${name}: ${tasks.inApp}`}
          checked={channels.app}
          onChange={({ currentTarget }) => change({ ...channels, app: currentTarget.checked })}
        />
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`${name}: ${tasks.byMail}`}
          data={[...mails]}
          value={channels.mail}
          onChange={({ currentTarget }) => change({ ...channels, mail: currentTarget.value as MailWish })}
        />
      </td>
      <td>
        <Checkbox
          size="xs"
          aria-label={`${name}: ${tasks.bySlack}`}
          checked={channels.slack}
          onChange={({ currentTarget }) => change({ ...channels, slack: currentTarget.checked })}
        />
      </td>
    </tr>
  );
}
