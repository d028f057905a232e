/** What the member is told of, and where; and their own Slack webhook. */
import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { changeProfile, showProfile } from "../../api/endpoints/notifications.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { Row, Rows } from "../rows.tsx";

export function NotifyProfile() {
  const { account } = useWords().access;
  const query = useAnswer(showProfile, {});
  const change = useChange(changeProfile, { touches: [showProfile] });
  const channels = Object.keys(account.channels);
  return (
    <Answered query={query}>
      {({ events, slack, mailServer }) => (
        <Rows label={account.notifications}>
          {Object.entries(events).map(([event, text]) => (
            <Row key={event} title={account.events[event] ?? event}>
              <NativeSelect
                size="xs"
                aria-label={account.events[event] ?? event}
                value={text}
                onChange={({ currentTarget }) => change.mutate({ body: { events: { [event]: currentTarget.value } } })}
                data={(channels.includes(text) ? channels : [...channels, text]).map((value) => ({
                  value,
                  label: account.channels[value] ?? value,
                }))}
              />
            </Row>
          ))}
          {mailServer !== undefined && (
            <Row
              title={account.mails}
              note={mailServer === null ? account.mailsBlocked : account.mailsBy(mailServer)}
            />
          )}
          <Row title={account.slack} note={slack === null ? account.slackSays : account.slackNow(slack)}>
            <SlackAddress isSet={slack !== null} save={(slackUrl) => change.mutate({ body: { slackUrl } })} />
          </Row>
        </Rows>
      )}
    </Answered>
  );
}

function SlackAddress({ isSet, save }: { readonly isSet: boolean; readonly save: (address: string) => void }) {
  const { account } = useWords().access;
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed === null || (typed.trim() === "" && !isSet)) return;
    save(typed.trim());
    setTyped(null);
  };
  return (
    <TextInput
      type="url"
      aria-label={account.slack}
      placeholder="https://hooks.slack.com/…"
      value={typed ?? ""}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === "Enter" && take()}
    />
  );
}
