/** What one was told: the bell with how much of it is unread, and the list behind it, each leading to what it is about. */
import { Anchor, Badge, Group, Popover, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";

import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { listNotifications, markNotificationsRead } from "../api/endpoints/notifications.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import classes from "./navigation.module.css";
import bell from "./notifications-bell.module.css";
import { useWorkspace } from "./workspace-context.ts";

/** Milliseconds after which it is looked for news. */
const NEWS_EVERY_MS = 20_000;

const ProfileDialog = lazy(() => import("../notifications/profile-dialog.tsx"));

export function NotificationsBell() {
  const [isProfileOpen, profile] = useDisclosure(false);
  return (
    <>
      <Bell openProfile={profile.open} />
      {isProfileOpen && (
        <Suspense fallback={null}>
          <ProfileDialog isOpen close={profile.close} />
        </Suspense>
      )}
    </>
  );
}

function Bell({ openProfile }: { readonly openProfile: () => void }) {
  const { shell, tasks } = useWords();
  const format = useFormat();
  // There the navigation takes the whole width, with no room beside it.
  const isNarrow = useMediaQuery("(max-width: 48em)", false);
  const navigate = useNavigate();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { workspace } = useWorkspace();
  // Notifications are members'; whoever runs the server may be none.
  const isMember = workspace.role !== null;
  const news = useAnswer(listNotifications, { query: { limit: 20 } }, { every: NEWS_EVERY_MS, enabled: isMember });
  const read = useChange(markNotificationsRead, { touches: [listNotifications] });
  const { items = [], unread = 0 } = news.data ?? {};
  const follow = (path: string | null, notification: string): void => {
    close();
    read.mutate({ body: { notifications: [notification] } });
    if (path !== null) void navigate({ to: path });
  };
  return (
    <Popover
      opened={isOpen}
      onDismiss={close}
      position={isNarrow ? "top-start" : "right-end"}
      width={340}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton className={classes.foot ?? ""} onClick={toggle} aria-expanded={isOpen}>
          <Icon name="bell" />
          <span className={classes.words}>{shell.notifications}</span>
          {unread > 0 && (
            <Badge size="sm" variant="filled" aria-label={shell.unread(unread, format.number(unread))}>
              {format.number(unread)}
            </Badge>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Group justify="space-between" px="sm" py={8} className={bell.head ?? ""}>
          <Group gap="md">
            <Anchor component={Link} to="/tasks" size="xs" onClick={close}>
              {shell.allTasks}
            </Anchor>
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
          </Group>
          {unread > 0 && (
            <Anchor component="button" size="xs" onClick={() => read.mutate({ body: { notifications: "all" } })}>
              {shell.markAllRead}
            </Anchor>
          )}
        </Group>
        {items.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {shell.noNotifications}
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
      </Popover.Dropdown>
    </Popover>
  );
}
