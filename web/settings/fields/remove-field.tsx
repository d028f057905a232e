/** Removing a field: at once where nothing has a value of it; else after a word about what becomes of the values. */
import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ApiProblem } from "../../../src/http/client.ts";
import { listFields, removeField } from "../../api/endpoints/fields.ts";
import { listPolicyKeys } from "../../api/endpoints/workspaces.ts";
import { useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { FieldAnswer, FieldObject } from "./field-answer.ts";

type Props = { readonly object: FieldObject; readonly field: FieldAnswer; readonly close: () => void };

export function RemoveField({ object, field, close }: Props) {
  const { settings } = useWords();
  const { fields } = settings;
  const remove = useChange(removeField, {
    touches: [listFields, listPolicyKeys],
    tellsItself: true,
    onDone({ contacts }) {
      const message = contacts > 0 ? fields.kept(field.label, contacts) : settings.removed(field.label);
      notifications.show({ message, color: "green" });
      close();
    },
  });
  const isUsed = remove.error instanceof ApiProblem && remove.error.refusal.code === "confirmation_required";
  const send = (confirm: boolean): void =>
    remove.mutate({ params: { key: field.key }, query: { object, confirm: confirm ? "true" : "false" } });
  return (
    <FormDialog
      isGrave={isUsed}
      title={settings.removing(field.label)}
      action={isUsed ? fields.removeAnyway : settings.remove}
      submit={() => send(isUsed)}
      {...{ close, isBusy: remove.isPending, error: isUsed ? null : remove.error }}
    >
      {isUsed ? (
        <Text size="sm" role="status">
          <strong>{fields.inUse}.</strong> {fields.inUseSays}
        </Text>
      ) : (
        <Text size="sm">{fields.removeSays}</Text>
      )}
    </FormDialog>
  );
}
