/** API keys: one's own, all of the workspace for admins. */

import { Anchor, Badge, Button, Checkbox, Code } from "@mantine/core";
import { useState } from "react";
import { listKeys } from "../../api/endpoints/keys.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import { ShownOnce } from "../shown-once.tsx";
import type { Key, MadeKey } from "./key-answer.ts";
import { MakeKey } from "./make-key.tsx";
import { RevokeKey } from "./revoke-key.tsx";

export default function KeysSection() {
  const { settings, access } = useWords();
  const { keys } = access;
  const [withRevoked, setWithRevoked] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const [ending, setEnding] = useState<Key | null>(null);
  const query = useAnswer(listKeys, { query: { revoked: withRevoked ? "true" : "false" } }, { keepsFormer: true });
  return (
    <>
      <SectionHead title={settings.sections.keys} says={keys.says}>
        <Anchor href="/api/docs" target="_blank" size="sm">
          {keys.readFirst}
        </Anchor>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setMaking(true)}>
          {keys.add}
        </Button>
      </SectionHead>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={keys.none} text={keys.noneSays} />
          ) : (
            <Rows label={settings.sections.keys}>
              {items.map((key) => (
                <KeyRow key={key.id} value={key} end={() => setEnding(key)} />
              ))}
            </Rows>
          )
        }
      </Answered>
      <Checkbox
        size="xs"
        mt="sm"
        label={keys.showRevoked}
        checked={withRevoked}
        onChange={({ currentTarget }) => setWithRevoked(currentTarget.checked)}
      />
      {isMaking && <MakeKey close={() => setMaking(false)} made={setMade} />}
      {ending && <RevokeKey value={ending} close={() => setEnding(null)} />}
      {made && (
        <ShownOnce title={keys.made} says={keys.once} secret={made.key} close={() => setMade(null)}>
          <Code block aria-label={keys.example}>
            {`curl ${location.origin}/api/v1/contacts \\\n  -H "Authorization: Bearer ${made.hint}…"`}
          </Code>
        </ShownOnce>
      )}
    </>
  );
}

function KeyRow({ value, end }: { readonly value: Key; readonly end: () => void }) {
  const { access, shell } = useWords();
  const { keys } = access;
  const format = useFormat();
  const { name, hint, role, scopes, createdBy, lastUsedAt, expiresAt, revokedAt } = value;
  const isOver = revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) < Date.now());
  const note = [
    scopes.map((scope) => keys.shortScope[scope]).join(", "),
    shell.role[role],
    keys.by(createdBy),
    lastUsedAt === null ? keys.unused : keys.used(format.ago(lastUsedAt)),
    revokedAt === null && (expiresAt === null ? keys.endless : keys.ends(format.moment(expiresAt))),
  ];
  return (
    <Row
      title={
        <>
          {name} <Code>{hint}…</Code>
          {isOver && (
            <Badge color="gray">{revokedAt === null ? keys.ended : keys.revoked(format.ago(revokedAt))}</Badge>
          )}
        </>
      }
      note={note.filter(Boolean).join(" · ")}
    >
      {revokedAt === null && (
        <Button variant="subtle" color="gray" aria-label={keys.revoking(name)} onClick={end}>
          {keys.revoke}
        </Button>
      )}
    </Row>
  );
}
