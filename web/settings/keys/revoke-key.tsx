/** The end of a key, which cannot be taken back. */
import { Text } from "@mantine/core";
import { listKeys, revokeKey } from "../../api/endpoints/keys.ts";
import { useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { Key } from "./key-answer.ts";

export function RevokeKey({ value: { id, name }, close }: { readonly value: Key; readonly close: () => void }) {
  const { keys } = useWords().access;
  const revoke = useChange(revokeKey, { touches: [listKeys], tellsItself: true, onDone: close });
  return (
    <FormDialog
      isGrave
      title={keys.revoking(name)}
      action={keys.revoke}
      submit={() => revoke.mutate({ params: { id } })}
      {...{ close, isBusy: revoke.isPending, error: revoke.error }}
    >
      <Text size="sm">{keys.revokeSays}</Text>
    </FormDialog>
  );
}
