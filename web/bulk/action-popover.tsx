/** A button of the bar that asks for something in a popover; what it asks is fetched when it is opened first. */
import { Button, Loader, Popover } from "@mantine/core";
import { type ComponentType, Suspense, useState } from "react";
import { Icon } from "../app/icon.tsx";
import type { ContactChange } from "./bulk-change.ts";

type Props = {
  readonly label: string;
  readonly form: ComponentType<{ readonly onApply: (change: ContactChange) => void }>;
  readonly onApply: (change: ContactChange) => void;
};

export function ActionPopover({ label, form: Form, onApply }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md" width={280}>
      <Popover.Target>
        <Button variant="default" rightSection={<Icon name="down" size={12} />} onClick={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="xs" />}>
          <Form
            onApply={(change) => {
              setOpen(false);
              onApply(change);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
