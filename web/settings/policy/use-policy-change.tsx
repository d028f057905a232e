/** Changing the policy: it counts at once, and what was changed can be taken back from the notification. */
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import {
  changePolicy,
  listPolicyKeys,
  listSources,
  policyHistory,
  showPolicy,
  whoAmI,
} from "../../api/endpoints/workspaces.ts";
import { answerKey, useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";

const TOUCHES = [listPolicyKeys, showPolicy, policyHistory, listSources];
const NOTE = "policy";

export function usePolicyChange() {
  const { settings } = useWords();
  const queries = useQueryClient();
  // What may be done, and what things are called, follow the policy.
  const again = () => void queries.invalidateQueries({ queryKey: answerKey({ workspace: null }, whoAmI) });
  const taken = useChange(changePolicy, { touches: TOUCHES, onDone: again });
  return useChange(changePolicy, {
    touches: TOUCHES,
    tellsItself: true,
    onDone({ changed }) {
      again();
      if (changed.length === 0) return;
      const undo = (): void => {
        notifications.hide(NOTE);
        taken.mutate({ body: { set: Object.fromEntries(changed.map(({ key, from }) => [key, from])) } });
      };
      notifications.hide(NOTE);
      notifications.show({
        id: NOTE,
        color: "green",
        autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{settings.saved}</Text>
            <Button variant="subtle" onClick={undo}>
              {settings.undo}
            </Button>
          </Group>
        ),
      });
    },
  });
}
