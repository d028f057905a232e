/** A new key: what it is for, what it may do, as which role, and until when. */
import { Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { ROLES } from "../../../src/core/member/member.ts";
import { SCOPES } from "../../../src/core/member/scopes.ts";
import { createKey, listKeys } from "../../api/endpoints/keys.ts";
import { useChange } from "../../api/use-answer.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { MadeKey } from "./key-answer.ts";

type Props = { readonly close: () => void; readonly made: (key: MadeKey) => void };

export function MakeKey({ close, made }: Props) {
  const { access, shell } = useWords();
  const { keys } = access;
  const { workspace } = useWorkspace();
  // None above one's own; the operator has every role.
  const roles = ROLES.slice(workspace.role === null ? 0 : ROLES.indexOf(workspace.role));
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>(["read", "import"]);
  const [role, setRole] = useState<string>(roles.includes("editor") ? "editor" : (roles[0] ?? "viewer"));
  const [expires, setExpires] = useState("90d");
  const create = useChange(createKey, {
    touches: [listKeys],
    tellsItself: true,
    onDone(key) {
      made(key);
      close();
    },
  });
  return (
    <FormDialog
      title={keys.add}
      action={keys.add}
      submit={() => create.mutate({ body: { name: name.trim(), scopes: [...scopes], role, expires } })}
      {...{ close, isBusy: create.isPending, error: create.error }}
    >
      <TextInput
        data-autofocus
        required
        withAsterisk={false}
        label={keys.name}
        placeholder={keys.nameExample}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Checkbox.Group size="xs" label={keys.scopes} value={[...scopes]} onChange={setScopes}>
        <Stack gap={6} mt={4}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} size="xs" value={scope} label={keys.scope[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        size="xs"
        label={keys.role}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value)}
        data={roles.map((value) => ({ value, label: shell.role[value] ?? value }))}
      />
      <NativeSelect
        size="xs"
        label={keys.expires}
        value={expires}
        onChange={({ currentTarget }) => setExpires(currentTarget.value)}
        data={Object.entries(keys.expiry).map(([value, label]) => ({ value, label }))}
      />
    </FormDialog>
  );
}
