/** Erasing the person of the page for good: what would go is looked at first. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { askErasure, listErasures, withdrawErasure } from "../api/endpoints/erasures.ts";
import { useChange } from "../api/use-answer.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";

const ErasureDialog = lazy(async () => {
  const { ErasureDialog } = await import("../settings/erasures/erasure-dialog.tsx");
  return { default: ErasureDialog };
});

export function EraseButton({ contact, name }: { readonly contact: string; readonly name: string }) {
  const { erasures } = useWords();
  const { may } = useWorkspace();
  const navigate = useNavigate();
  const [erasure, setErasure] = useState<string | null>(null);
  const ask = useChange(askErasure, { touches: [listErasures], onDone: ({ id }) => setErasure(id) });
  const withdraw = useChange(withdrawErasure, { touches: [listErasures] });
  // Who looked and went away again leaves nothing behind.
  const keep = (): void => {
    if (erasure !== null) withdraw.mutate({ params: { id: erasure } });
    setErasure(null);
  };
  if (!may("erase_people")) return null;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        loading={ask.isPending}
        onClick={() => ask.mutate({ body: { contacts: [contact] } })}
      >
        {erasures.erase}
      </Button>
      {erasure !== null && (
        <Suspense fallback={null}>
          <ErasureDialog
            id={erasure}
            name={name}
            close={keep}
            keep={keep}
            onStarted={() => void navigate({ to: "/settings/$section", params: { section: "erasures" } })}
          />
        </Suspense>
      )}
    </>
  );
}
