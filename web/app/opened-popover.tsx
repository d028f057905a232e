/** A popover beside a button that is in the page already. */
import { Popover, type PopoverProps } from "@mantine/core";
import type { ReactNode } from "react";
import type { Opening } from "./opener.tsx";
import { StandIn, useAfterFirst } from "./stand-in.tsx";

type Props = Pick<PopoverProps, "position" | "width"> & {
  readonly opening: Opening;
  /** Without space around what it holds. */
  readonly isTight?: boolean;
  readonly children: ReactNode;
};

export function OpenedPopover({
  opening: { id, button, isOpen, setOpen },
  isTight = false,
  children,
  ...place
}: Props) {
  const isThere = useAfterFirst();
  return (
    <Popover id={id} opened={isOpen && isThere} onChange={setOpen} trapFocus returnFocus shadow="md" {...place}>
      <Popover.Target>
        <StandIn button={button} />
      </Popover.Target>
      <Popover.Dropdown {...(isTight ? { p: 0 } : {})}>{children}</Popover.Dropdown>
    </Popover>
  );
}
