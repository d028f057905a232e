/** A menu beside a button that is in the page already. */
import { Menu, type MenuProps } from "@mantine/core";
import type { ReactNode } from "react";
import type { Opening } from "./opener.tsx";
import { StandIn, useAfterFirst } from "./stand-in.tsx";

type Props = Pick<MenuProps, "position" | "width"> & { readonly opening: Opening; readonly children: ReactNode };

export function OpenedMenu({ opening: { id, button, isOpen, setOpen }, children, ...place }: Props) {
  const isThere = useAfterFirst();
  return (
    <Menu id={id} opened={isOpen && isThere} onChange={setOpen} {...place}>
      <Menu.Target>
        <StandIn button={button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
