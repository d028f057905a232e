/** The end of a membership, and whom what they own goes to. */
import { NativeSelect, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { listMembers, removeMember } from "../../api/endpoints/workspaces.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { Member } from "./member-answer.ts";

export function RemoveMember({ member, close }: { readonly member: Member; readonly close: () => void }) {
  const { access, settings } = useWords();
  const { members } = access;
  const format = useFormat();
  const [heir, setHeir] = useState("");
  const { data } = useAnswer(listMembers, {});
  const called = member.name === "" ? member.email : member.name;
  const remove = useChange(removeMember, {
    touches: [listMembers],
    tellsItself: true,
    onDone({ contacts, givenTo }) {
      const message = givenTo === null ? settings.removed(called) : members.removed(called, format.number(contacts));
      notifications.show({ color: "green", message });
      close();
    },
  });
  const others = data?.items.filter((one) => one.member !== member.member) ?? [];
  return (
    <FormDialog
      isGrave
      title={members.remove(called)}
      action={settings.remove}
      submit={() => remove.mutate({ params: { id: member.member }, query: heir === "" ? {} : { giveTo: heir } })}
      {...{ close, isBusy: remove.isPending, error: remove.error }}
    >
      <Text size="sm">{members.removeSays}</Text>
      <NativeSelect
        data-autofocus
        label={members.giveTo}
        size="xs"
        value={heir}
        onChange={({ currentTarget }) => setHeir(currentTarget.value)}
        data={[
          { value: "", label: members.keep },
          ...others.map(({ member: id, email, name }) => ({
            value: id,
            label: members.giveToOne(name === "" ? email : `${name} (${email})`),
          })),
        ]}
      />
    </FormDialog>
  );
}
