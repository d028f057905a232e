/** What is told in passing; its code is fetched with the first thing to tell. */
import { useNotifications } from "@mantine/notifications";
import { lazy, Suspense, useState } from "react";
import { fetched } from "../words/spoken-words.ts";

const NotificationArea = lazy(fetched(() => import("./notification-area.tsx")));

export function Told() {
  const { notifications } = useNotifications();
  const [wasTold, setTold] = useState(false);
  if (notifications.length > 0 && !wasTold) setTold(true);
  return wasTold ? (
    <Suspense fallback={null}>
      <NotificationArea />
    </Suspense>
  ) : null;
}
