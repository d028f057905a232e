/** Where notifications appear: fetched with the first of them. */
import "@mantine/notifications/styles.css";
import { Notifications } from "@mantine/notifications";

export default function NotificationArea() {
  return <Notifications position="bottom-right" limit={4} />;
}
