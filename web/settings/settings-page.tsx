/** Settings of the workspace: their sections at the left, or in a list to choose from on a narrow screen. */
import { Loader, NativeSelect, NavLink } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ComponentType, lazy, Suspense } from "react";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import { type SectionName, sectionsFor } from "./sections.ts";
import classes from "./settings-page.module.css";

const PAGES: Readonly<Record<SectionName, ComponentType>> = {
  policy: lazy(() => import("./policy/policy-section.tsx")),
  fields: lazy(() => import("./fields/fields-section.tsx")),
  mappings: lazy(() => import("./mappings-section.tsx")),
  tags: lazy(() => import("./tags-section.tsx")),
  pipelines: lazy(() => import("./pipelines-section.tsx")),
  members: lazy(() => import("./members/members-section.tsx")),
  keys: lazy(() => import("./keys/keys-section.tsx")),
  workspaces: lazy(() => import("./workspaces-section.tsx")),
  erasures: lazy(() => import("./erasures/erasures-section.tsx")),
  sources: lazy(() => import("./sources/sources-section.tsx")),
  workflows: lazy(() => import("./workflows/workflows-section.tsx")),
  webhooks: lazy(() => import("./webhooks/webhooks-section.tsx")),
  account: lazy(() => import("./account/account-section.tsx")),
};

export function SettingsPage() {
  const { settings, shell } = useWords();
  const { may } = useWorkspace();
  const { section: named = "policy" } = useParams({ strict: false });
  const navigate = useNavigate();
  const groups = sectionsFor(may);
  const section = groups.flatMap(({ sections }) => sections).find(({ name }) => name === named)?.name;
  if (section === undefined) return <NothingYet icon="settings" title={shell.notHere} text={shell.notHereFix} />;
  const Section = PAGES[section];
  const open = (to: string) => void navigate({ to: "/settings/$section", params: { section: to } });
  return (
    <>
      <PageHead title={shell.settings} />
      <div className={classes.page}>
        <NativeSelect
          className={classes.choice ?? ""}
          size="sm"
          aria-label={settings.section}
          value={section}
          onChange={({ currentTarget }) => open(currentTarget.value)}
          data={groups.map(({ group, sections }) => ({
            group: settings.groups[group],
            items: sections.map(({ name }) => ({ value: name, label: settings.sections[name] })),
          }))}
        />
        <nav className={classes.nav} aria-label={settings.section}>
          {groups.map(({ group, sections }) => (
            <div key={group} className={classes.group}>
              <div className={classes.groupName}>{settings.groups[group]}</div>
              {sections.map(({ name }) => (
                <NavLink
                  key={name}
                  className={classes.link ?? ""}
                  label={settings.sections[name]}
                  renderRoot={(root) => <Link {...root} to="/settings/$section" params={{ section: name }} />}
                  {...(name === section ? { "data-active": true, "aria-current": "page" as const } : {})}
                />
              ))}
            </div>
          ))}
        </nav>
        <div className={classes.section}>
          <Suspense fallback={<Loader size="sm" m="md" />}>
            <Section key={section} />
          </Suspense>
        </div>
      </div>
    </>
  );
}
