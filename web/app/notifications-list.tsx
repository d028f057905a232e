/** What one was told, each leading to what it is about. */
import { Anchor, Group, Text, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import { listNotifications, markNotificationsRead } from "../api/endpoints/notifications.ts";
import { useChange } from "../api/use-answer.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import bell from "./notifications-bell.module.css";
import { OpenedPopover } from "./opened-popover.tsx";
import type { Opening } from "./opener.tsx";
import { useWorkspace } from "./workspace-context.ts";

type Props = {
  readonly news: AnswerOf<typeof listNotifications> | undefined;
  readonly openProfile: () => void;
  readonly opening: Opening;
};

export default function NotificationsList({ news, openProfile, opening }: Props) {
  const { items = [], unread = 0 } = news ?? {};
  const { shell, tasks } = useWords();
  const format = useFormat();
  const isMember = useWorkspace().workspace.role !== null;
  // There the navigation takes the whole width, with no room beside it.
  const isNarrow = useMediaQuery("(max-width: 48em)", false);
  const navigate = useNavigate();
  const read = useChange(markNotificationsRead, { touches: [listNotifications] });
  const close = (): void => opening.setOpen(false);
  const follow = (path: string | null, notification: string): void => {
    close();
    read.mutate({ body: { notifications: [notification] } });
    if (path !== null) void navigate({ to: path });
  };
  return (
    <OpenedPopover opening={opening} position={isNarrow ? "top-start" : "right-end"} width={340} isTight>
      <Group justify="space-between" px="sm" py={8} className={bell.head ?? ""}>
        <Group gap="md">
          <Anchor component={Link} to="/tasks" size="xs" onClick={close}>
            {shell.allTasks}
          </Anchor>
          {isMember && (
            <Anchor
              component="button"
              size="xs"
              onClick={() => {
                close();
                openProfile();
              }}
            >
              {tasks.profile}
            </Anchor>
          )}
        </Group>
        {unread > 0 && (
          <Anchor component="button" size="xs" onClick={() => read.mutate({ body: { notifications: "all" } })}>
            {shell.markAllRead}
          </Anchor>
        )}
      </Group>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {isMember ? shell.noNotifications : shell.toldAreMembers}
        </Text>
      ) : (
        <div className={bell.all}>
          {items.map(({ notification, title, text, path, at, readAt }) => (
            <UnstyledButton
              key={notification}
              className={bell.one ?? ""}
              data-unread={readAt === null || undefined}
              onClick={() => follow(path, notification)}
            >
              <Text size="sm" fw={readAt === null ? 600 : 400}>
                {title}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={3}>
                {text}
              </Text>
              <Text size="xs" c="dimmed">
                {format.ago(at)}
              </Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </OpenedPopover>
  );
}
