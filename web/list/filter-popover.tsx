/** The form of one filter beside its chip, or beside the button for another one. */
import type { ComponentProps } from "react";
import { OpenedPopover } from "../app/opened-popover.tsx";
import type { Opening } from "../app/opener.tsx";
import { FilterForm } from "./filter-form.tsx";

type Props = ComponentProps<typeof FilterForm> & { readonly opening: Opening };

export default function FilterPopover({ opening, onApply, ...given }: Props) {
  return (
    <OpenedPopover opening={opening} position="bottom-start" width={280}>
      <FilterForm
        {...given}
        onApply={(filter) => {
          opening.setOpen(false);
          onApply(filter);
        }}
      />
    </OpenedPopover>
  );
}
