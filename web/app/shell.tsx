/** What stands around every page: the navigation at the left, the command palette, and the workspace that all of it is about. */
import { AppShell, Burger, Center, Group, Loader, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useRouterState, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { whoAmI } from "../api/endpoints/workspaces.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ClientContext, clientFor } from "../api/workspace-client.ts";
import { usePasswordOffer } from "../sign-in/use-password-offer.ts";
import { useWords } from "../words/words-provider.tsx";
import { CommandKey } from "./command-key.tsx";
import { currentWorkspace, keepWorkspace } from "./current-workspace.ts";
import { Navigation } from "./navigation.tsx";
import { NothingYet } from "./nothing-yet.tsx";
import { isSignedOut } from "./query-client.ts";
import { RefusalNotice } from "./refusal-notice.tsx";
import classes from "./shell.module.css";
import { type Me, type Membership, WorkspaceContext } from "./workspace-context.ts";

/** Milliseconds after which it is asked again who one is: roles and policies change. */
const WHO_EVERY_MS = 60_000;

export function Shell() {
  const { shell } = useWords();
  const me = useAnswer(whoAmI, {}, { every: WHO_EVERY_MS });
  const { workspace: named } = useSearch({ strict: false });
  usePasswordOffer();
  const workspace = me.data && currentWorkspace(me.data.workspaces, named);
  useEffect(() => {
    if (workspace) keepWorkspace(workspace.slug);
  }, [workspace]);
  if (me.data && !workspace)
    return <NothingYet isPage icon="contacts" title={shell.noWorkspace} text={shell.noWorkspaceFix} />;
  if (me.data && workspace) return <Framed me={me.data} workspace={workspace} />;
  if (me.error && !isSignedOut(me.error)) return <RefusalNotice error={me.error} retry={() => void me.refetch()} />;
  return (
    <Center h="100dvh">
      <Loader size="sm" />
    </Center>
  );
}

function Framed({ me, workspace }: { readonly me: Me; readonly workspace: Membership }) {
  const { shell } = useWords();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const client = useMemo(() => clientFor(workspace.slug), [workspace.slug]);
  const inWorkspace = useMemo(() => ({ me, workspace }), [me, workspace]);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever leads to another page, the menu makes room for it
  useEffect(close, [path]);
  return (
    <ClientContext value={client}>
      <WorkspaceContext value={inWorkspace}>
        <AppShell
          layout="alt"
          header={{ height: { base: 48, sm: 0 } }}
          navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
          transitionDuration={0}
        >
          <a href="#page" className={classes.skip}>
            {shell.skip}
          </a>
          <AppShell.Header hiddenFrom="sm" className={classes.header ?? ""}>
            <Group h="100%" px="sm" gap="xs">
              <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={shell.menu} aria-expanded={isOpen} />
              <Text fw={600} size="sm" truncate>
                {workspace.name}
              </Text>
            </Group>
          </AppShell.Header>
          <AppShell.Navbar className={classes.navbar ?? ""} aria-label={shell.navigation}>
            <Navigation close={close} isOpen={isOpen} />
          </AppShell.Navbar>
          <AppShell.Main id="page" tabIndex={-1} className={classes.main ?? ""}>
            {/* Another workspace, other pages: nothing of the former one stays. */}
            <Outlet key={workspace.slug} />
          </AppShell.Main>
          <CommandKey />
        </AppShell>
      </WorkspaceContext>
    </ClientContext>
  );
}
