/** Who works in the workspace: roles, invitations, and the end of a membership. */

import { Badge, Button, Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { ROLES } from "../../../src/core/member/member.ts";
import { changeMember, inviteMember, listMembers } from "../../api/endpoints/workspaces.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import { AddMember } from "./add-member.tsx";
import { type Invitation, InvitationNote } from "./invitation-note.tsx";
import type { Member } from "./member-answer.ts";
import { RemoveMember } from "./remove-member.tsx";

export default function MembersSection() {
  const { settings, access, shell } = useWords();
  const { members } = access;
  const { may, me } = useWorkspace();
  const format = useFormat();
  const [withLeft, setWithLeft] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const query = useAnswer(listMembers, { query: { removed: withLeft ? "true" : "false" } }, { keepsFormer: true });
  const change = useChange(changeMember, { touches: [listMembers] });
  const invite = useChange(inviteMember, { onDone: setInvitation });
  const mayChange = may("change_members");
  return (
    <>
      <SectionHead title={settings.sections.members} says={members.says}>
        {mayChange && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {members.add}
          </Button>
        )}
      </SectionHead>
      <Answered query={query}>
        {({ items }) => (
          <Rows label={settings.sections.members}>
            {items.map((member) => {
              const { member: id, email, name, role, createdAt, removedAt } = member;
              const called = name === "" ? email : name;
              return (
                <Row
                  key={id}
                  title={
                    <>
                      {called}
                      {email === me.email && <Badge>{members.you}</Badge>}
                      {removedAt !== null && <Badge color="gray">{members.left}</Badge>}
                    </>
                  }
                  note={`${called === email ? "" : `${email} · `}${members.since(format.day(createdAt.slice(0, 10)))}`}
                >
                  {mayChange && removedAt === null ? (
                    <>
                      <NativeSelect
                        size="xs"
                        aria-label={members.roleOf(called)}
                        value={role}
                        data={ROLES.map((value) => ({ value, label: shell.role[value] ?? value }))}
                        onChange={({ currentTarget }) => {
                          const chosen = ROLES.find((one) => one === currentTarget.value);
                          if (chosen) change.mutate({ params: { id }, body: { role: chosen } });
                        }}
                      />
                      <Button
                        variant="subtle"
                        aria-label={members.inviting(called)}
                        onClick={() => invite.mutate({ params: { id } })}
                      >
                        {members.invite}
                      </Button>
                      <Button
                        variant="subtle"
                        color="gray"
                        aria-label={settings.removing(called)}
                        onClick={() => setLeaving(member)}
                      >
                        {settings.remove}
                      </Button>
                    </>
                  ) : (
                    <span>{shell.role[role]}</span>
                  )}
                </Row>
              );
            })}
          </Rows>
        )}
      </Answered>
      <Checkbox
        size="xs"
        mt="sm"
        label={members.showLeft}
        checked={withLeft}
        onChange={({ currentTarget }) => setWithLeft(currentTarget.checked)}
      />
      {isAdding && <AddMember close={() => setAdding(false)} invited={setInvitation} />}
      {leaving && <RemoveMember member={leaving} close={() => setLeaving(null)} />}
      {invitation && <InvitationNote invitation={invitation} close={() => setInvitation(null)} />}
    </>
  );
}
