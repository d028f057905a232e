/** The bell, with how much of what one was told is unread. */
import { Badge, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { listNotifications } from "../api/endpoints/notifications.ts";
import { useAnswer } from "../api/use-answer.ts";
import { fetched } from "../words/spoken-words.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import classes from "./navigation.module.css";
import { Opener } from "./opener.tsx";
import { useWorkspace } from "./workspace-context.ts";

/** Milliseconds after which it is looked for news. */
const NEWS_EVERY_MS = 20_000;

const NotificationsList = lazy(fetched(() => import("./notifications-list.tsx")));
const ProfileDialog = lazy(fetched(() => import("../notifications/profile-dialog.tsx")));

export function NotificationsBell() {
  const { shell } = useWords();
  const format = useFormat();
  const [isProfileOpen, profile] = useDisclosure(false);
  const { workspace } = useWorkspace();
  // Notifications are members'; whoever runs the server may be none.
  const isMember = workspace.role !== null;
  const news = useAnswer(listNotifications, { query: { limit: 20 } }, { every: NEWS_EVERY_MS, enabled: isMember });
  const unread = news.data?.unread ?? 0;
  return (
    <>
      <Opener
        opens="dialog"
        opened={(opening) => <NotificationsList news={news.data} openProfile={profile.open} opening={opening} />}
        button={(props) => (
          <UnstyledButton className={classes.foot ?? ""} {...props}>
            <Icon name="bell" />
            <span className={classes.words}>{shell.notifications}</span>
            {unread > 0 && (
              <Badge size="sm" variant="filled" aria-label={shell.unread(unread, format.number(unread))}>
                {format.number(unread)}
              </Badge>
            )}
          </UnstyledButton>
        )}
      />
      {isProfileOpen && (
        <Suspense fallback={null}>
          <ProfileDialog isOpen close={profile.close} />
        </Suspense>
      )}
    </>
  );
}
