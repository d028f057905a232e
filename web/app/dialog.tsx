/** A dialog that is there only while it is open. What had the focus before has it again. */
import { Modal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "../words/words-provider.tsx";

export function Dialog(props: Omit<ModalProps, "opened" | "returnFocus" | "closeButtonProps">) {
  const { shell } = useWords();
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
  return <Modal opened returnFocus={false} closeButtonProps={{ "aria-label": shell.close }} {...props} />;
}
