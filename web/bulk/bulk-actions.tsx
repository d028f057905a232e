/** What may be done with all contacts that are chosen: at once, and without being asked twice. */
import { Button, Menu } from "@mantine/core";
import { lazy } from "react";
import { Icon } from "../app/icon.tsx";
import { usePolicy } from "../import/use-policy.ts";
import { useWords } from "../words/words-provider.tsx";
import { ActionPopover } from "./action-popover.tsx";
import type { ContactChange } from "./bulk-change.ts";

const TagsForm = lazy(() => import("./tags-form.tsx"));
const OwnerForm = lazy(() => import("./owner-form.tsx"));

type Props = { readonly change: (change: ContactChange) => void; readonly isBusy: boolean };

export function BulkActions({ change, isBusy }: Props) {
  const { bulk } = useWords();
  return (
    <>
      <ActionPopover label={bulk.tags} form={TagsForm} onApply={change} />
      <ActionPopover label={bulk.owner} form={OwnerForm} onApply={change} />
      <DoNotTouch change={change} />
      <Button variant="default" loading={isBusy} onClick={() => change({ do: "delete" })}>
        {bulk.delete}
      </Button>
    </>
  );
}

function DoNotTouch({ change }: Pick<Props, "change">) {
  const { bulk } = useWords();
  const policy = usePolicy();
  if (policy?.doNotTouch !== true) return null;
  const set = (value: boolean) => (): void => change({ do: "set_do_not_touch", value });
  if (!policy.lowerOptOuts)
    return (
      <Button variant="default" title={bulk.mark} onClick={set(true)}>
        {bulk.doNotTouch}
      </Button>
    );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<Icon name="down" size={12} />}>
          {bulk.doNotTouch}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={set(true)}>{bulk.mark}</Menu.Item>
        <Menu.Item onClick={set(false)}>{bulk.unmark}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
