/** The wizard's steps without addresses: the frame's is the server's business, and the way back through them is the wizard's own. */
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { PageFailed } from "../app/page-failed.tsx";
import { saidIn } from "../import/said.ts";
import { WizardPage } from "../import/wizard-page.tsx";
import { type WizardStep, wizardStep } from "../import/wizard-step.ts";
import classes from "./embedded-app.module.css";
import type { Begin } from "./messages.ts";
import type { PageLink } from "./page-link.ts";
import { TellPage } from "./tell-page.tsx";

type Params = { readonly id: string; readonly step: WizardStep };

export function embedRouter({ object, mode }: Pick<Begin, "object" | "mode">, page: PageLink) {
  const root = createRootRoute({
    component: () => (
      <main className={classes.page}>
        <Outlet />
        <TellPage page={page} />
      </main>
    ),
  });
  const first = createRoute({
    getParentRoute: () => root,
    path: "/import",
    validateSearch: saidIn,
    component: WizardPage,
  });
  const step = createRoute({
    getParentRoute: () => root,
    path: "/import/$id/$step",
    params: {
      parse: ({ id, step }) => ({ id, step: wizardStep(step) }),
      stringify: ({ id, step }: Params) => ({ id, step }),
    },
    validateSearch: saidIn,
    component: WizardPage,
  });
  const said = Object.entries({ object, mode }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return createRouter({
    routeTree: root.addChildren([first, step]),
    history: createMemoryHistory({ initialEntries: [`/import?${new URLSearchParams(said)}`] }),
    defaultErrorComponent: PageFailed,
  });
}
