/** Making somebody a member, and inviting them in one go. */
import { Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { ROLES, type Role } from "../../../src/core/member/member.ts";
import { addMember, inviteMember, listMembers } from "../../api/endpoints/workspaces.ts";
import { useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { Invitation } from "./invitation-note.tsx";

type Props = { readonly close: () => void; readonly invited: (invitation: Invitation) => void };

export function AddMember({ close, invited }: Props) {
  const { access, shell } = useWords();
  const { members } = access;
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const invite = useChange(inviteMember, { onDone: invited });
  const add = useChange(addMember, {
    touches: [listMembers],
    tellsItself: true,
    onDone({ member }) {
      invite.mutate({ params: { id: member } });
      close();
    },
  });
  return (
    <FormDialog
      title={members.add}
      action={members.addAndInvite}
      submit={() => add.mutate({ body: { email, role, ...(name.trim() === "" ? {} : { name: name.trim() }) } })}
      {...{ close, isBusy: add.isPending, error: add.error }}
    >
      <TextInput
        data-autofocus
        type="email"
        required
        withAsterisk={false}
        label={members.email}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <TextInput
        label={members.name}
        description={members.nameHint}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Radio.Group
        size="xs"
        label={members.role}
        value={role}
        onChange={(value) => setRole(ROLES.find((one) => one === value) ?? role)}
      >
        <Stack gap={6} mt={4}>
          {ROLES.map((one) => (
            <Radio key={one} size="xs" value={one} label={shell.role[one]} description={members.roles[one]} />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
