/** What an import has had sent, and what waits to be: mails, posts and calls. */
import { Button, Loader, Text } from "@mantine/core";
import { listEffects } from "../api/endpoints/effects.ts";
import { usePages } from "../api/use-pages.ts";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { EffectsTable } from "../tasks/effects-table.tsx";
import { useEffectActions } from "../tasks/use-effect-actions.ts";
import { useWords } from "../words/words-provider.tsx";

export function ImportMessages({ id }: { readonly id: string }) {
  const { imports, tasks } = useWords();
  const { may } = useWorkspace();
  const { send, drop } = useEffectActions();
  const found = usePages(listEffects, { query: { import: id } });
  if (found.error !== null && !found.isLoaded) return <RefusalNotice error={found.error} retry={found.again} />;
  if (!found.isLoaded) return <Loader size="sm" />;
  if (found.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {imports.noMessages}
      </Text>
    );
  const actions = { send: (effect: string) => send({ effect }), drop: (effect: string) => drop({ effect }) };
  return (
    <>
      <EffectsTable effects={found.items} {...(may("change_effects") ? { actions } : {})} />
      {found.hasMore && (
        <Button variant="default" mt="sm" onClick={found.more} loading={found.isFetchingMore}>
          {tasks.more}
        </Button>
      )}
    </>
  );
}
