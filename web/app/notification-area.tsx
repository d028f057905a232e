/** Where notifications appear: fetched with the first of them. */
import "@mantine/notifications/styles.css";
import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useWords } from "../words/words-provider.tsx";

export default function NotificationArea() {
  const { shell } = useWords();
  // Each is closed by a button without a text, which is named in the reader's language.
  const Notification = { defaultProps: { closeButtonProps: { "aria-label": shell.close } } };
  return (
    <MantineThemeProvider theme={{ components: { Notification } }} inherit>
      <Notifications position="bottom-right" limit={4} />
    </MantineThemeProvider>
  );
}
