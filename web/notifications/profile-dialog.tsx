/** The notification profile in a dialog, from wherever one comes to it. */
import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useWords } from "../words/words-provider.tsx";
import { ProfileForm } from "./profile-form.tsx";

type Props = { readonly isOpen: boolean; readonly close: () => void };

export default function ProfileDialog({ isOpen, close }: Props) {
  const { shell, tasks } = useWords();
  const isNarrow = useMediaQuery("(max-width: 48em)", false);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size="xl"
      fullScreen={isNarrow}
      title={<b>{tasks.profile}</b>}
      closeButtonProps={{ "aria-label": shell.close }}
      transitionProps={{ duration: 0 }}
    >
      <ProfileForm onSaved={close} />
    </Modal>
  );
}
