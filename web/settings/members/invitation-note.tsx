/** What became of an invitation: a mail is under way, or there is a link to hand over. */
import { Button, Group, Stack, Text } from "@mantine/core";
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { inviteMember } from "../../../src/http/contract/workspaces.ts";
import { Dialog } from "../../app/dialog.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { ShownOnce } from "../shown-once.tsx";

export type Invitation = AnswerOf<typeof inviteMember>;

export function InvitationNote({ invitation, close }: { readonly invitation: Invitation; readonly close: () => void }) {
  const { access, settings } = useWords();
  const { members } = access;
  const { email, mailed, link } = invitation;
  if (link !== null)
    return <ShownOnce title={members.invited} says={members.link(email)} secret={link} close={close} />;
  return (
    <Dialog onClose={close} title={members.invited}>
      <Stack gap="sm">
        <Text size="sm">{mailed ? members.mailed(email) : members.noLink(email)}</Text>
        <Group justify="flex-end">
          <Button onClick={close}>{settings.done}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
