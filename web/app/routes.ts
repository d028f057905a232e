/** Where each page is. Pages are fetched when they are opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { saidIn } from "../import/said.ts";
import { type WizardStep, wizardStep } from "../import/wizard-step.ts";
import { ledgerSearch } from "../imports/ledger-search.ts";
import { fetched } from "../words/spoken-words.ts";
import { NoSuchPage } from "./no-such-page.tsx";
import { PageFailed } from "./page-failed.tsx";
import { Shell } from "./shell.tsx";

type Search = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const texts = (value: unknown): readonly string[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
  return list.length === 0 ? undefined : list;
};
/** Leaves out what is not said, so that it does not stand in the address. */
const said = <T extends object>(search: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as never;

const root = createRootRoute({
  // Whoever is handed a link comes to the same workspace.
  validateSearch: ({ workspace }: Search) => said({ workspace: text(workspace) }),
  search: { middlewares: [retainSearchParams(["workspace"])] },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: ({ back, error }: Search) => said({ back: text(back), error: text(error) }),
  component: lazyRouteComponent(
    fetched(() => import("../sign-in/sign-in-page.tsx")),
    "SignInPage",
  ),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: "/set-password",
  validateSearch: ({ back }: Search) => said({ back: text(back) }),
  component: lazyRouteComponent(
    fetched(() => import("../sign-in/set-password-page.tsx")),
    "SetPasswordPage",
  ),
});

const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
const parent = { getParentRoute: () => shell };

const home = createRoute({
  ...parent,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/contacts", replace: true });
  },
});

/** What a list shows: words that are looked for, and filters as the API takes them. */
const listSearch = ({ search, filter }: Search) => said({ search: text(search), filter: texts(filter) });

const contacts = createRoute({
  ...parent,
  path: "/contacts",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("../contacts/contacts-page.tsx"), "ContactsPage"),
});

const duplicates = createRoute({
  ...parent,
  path: "/contacts/duplicates",
  validateSearch: (search: Search) => said({ import: text(search.import) }),
  component: lazyRouteComponent(
    fetched(() => import("../duplicates/duplicates-page.tsx")),
    "DuplicatesPage",
  ),
});

const merge = createRoute({
  ...parent,
  path: "/contacts/merge",
  validateSearch: ({ ids }: Search) => said({ ids: texts(ids) }),
  component: lazyRouteComponent(
    fetched(() => import("../duplicates/merge-page.tsx")),
    "MergePage",
  ),
});

const bulkChanges = createRoute({
  ...parent,
  path: "/contacts/changes",
  component: lazyRouteComponent(
    fetched(() => import("../bulk/bulk-changes-page.tsx")),
    "BulkChangesPage",
  ),
});

const newContact = createRoute({
  ...parent,
  path: "/contacts/new",
  component: lazyRouteComponent(
    fetched(() => import("../hand/create-page.tsx")),
    "CreatePage",
  ),
});

const contact = createRoute({
  ...parent,
  path: "/contacts/$id",
  component: lazyRouteComponent(
    fetched(() => import("../contact/contact-page.tsx")),
    "ContactPage",
  ),
});

const accounts = createRoute({
  ...parent,
  path: "/accounts",
  validateSearch: listSearch,
  component: lazyRouteComponent(
    fetched(() => import("../accounts/accounts-page.tsx")),
    "AccountsPage",
  ),
});

const similarAccounts = createRoute({
  ...parent,
  path: "/accounts/similar",
  component: lazyRouteComponent(
    fetched(() => import("../accounts/similar-accounts-page.tsx")),
    "SimilarAccountsPage",
  ),
});

const account = createRoute({
  ...parent,
  path: "/accounts/$id",
  component: lazyRouteComponent(
    fetched(() => import("../account/account-page.tsx")),
    "AccountPage",
  ),
});

const opportunities = createRoute({
  ...parent,
  path: "/opportunities",
  validateSearch: ({ view, pipeline, ...search }: Search) => ({
    ...listSearch(search),
    ...said({ view: view === "board" ? ("board" as const) : undefined, pipeline: text(pipeline) }),
  }),
  component: lazyRouteComponent(
    fetched(() => import("../opportunities/opportunities-page.tsx")),
    "OpportunitiesPage",
  ),
});

const opportunity = createRoute({
  ...parent,
  path: "/opportunities/$id",
  component: lazyRouteComponent(
    fetched(() => import("../opportunity/opportunity-page.tsx")),
    "OpportunityPage",
  ),
});

const imports = createRoute({
  ...parent,
  path: "/imports",
  component: lazyRouteComponent(
    fetched(() => import("../imports/imports-page.tsx")),
    "ImportsPage",
  ),
});

const oneImport = createRoute({
  ...parent,
  path: "/imports/$id",
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(
    fetched(() => import("../imports/import-page.tsx")),
    "ImportPage",
  ),
});

const newImport = createRoute({
  ...parent,
  path: "/import",
  validateSearch: saidIn,
  component: lazyRouteComponent(
    fetched(() => import("../import/wizard-page.tsx")),
    "WizardPage",
  ),
});

const importStep = createRoute({
  ...parent,
  path: "/import/$id/$step",
  params: {
    parse: ({ id, step }) => ({ id, step: wizardStep(step) }),
    stringify: ({ id, step }: { readonly id: string; readonly step: WizardStep }) => ({ id, step }),
  },
  validateSearch: saidIn,
  component: lazyRouteComponent(
    fetched(() => import("../import/wizard-page.tsx")),
    "WizardPage",
  ),
});

const tasks = createRoute({
  ...parent,
  path: "/tasks",
  component: lazyRouteComponent(
    fetched(() => import("../tasks/tasks-page.tsx")),
    "TasksPage",
  ),
});

const settings = createRoute({
  ...parent,
  path: "/settings",
  component: lazyRouteComponent(
    fetched(() => import("../settings/settings-page.tsx")),
    "SettingsPage",
  ),
});

const settingsSection = createRoute({
  ...parent,
  path: "/settings/$section",
  component: lazyRouteComponent(
    fetched(() => import("../settings/settings-page.tsx")),
    "SettingsPage",
  ),
});

/** With the navigation around it. */
const elsewhere = createRoute({ ...parent, path: "/$", component: NoSuchPage });

const pages = [
  ...[
    home,
    contacts,
    duplicates,
    merge,
    bulkChanges,
    newContact,
    contact,
    accounts,
    similarAccounts,
    account,
    opportunities,
    opportunity,
  ],
  ...[imports, oneImport, newImport, importStep, tasks, settings, settingsSection, elsewhere],
] as const;

export const router = createRouter({
  routeTree: root.addChildren([signIn, setPassword, shell.addChildren(pages)]),
  defaultPreload: "intent",
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
