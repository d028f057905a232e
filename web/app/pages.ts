/** The pages of the navigation, in its order. */
import type { IconName } from "./icon.tsx";

type Page = {
  readonly to: "/contacts" | "/accounts" | "/opportunities" | "/imports" | "/tasks" | "/settings";
  readonly icon: IconName;
  readonly name: "contacts" | "accounts" | "opportunities" | "imports" | "tasks" | "settings";
  /** A preset may call it something else. */
  readonly label?: "list" | "history";
};

export const PAGES: readonly Page[] = [
  { to: "/contacts", icon: "contacts", name: "contacts", label: "list" },
  { to: "/accounts", icon: "accounts", name: "accounts" },
  { to: "/opportunities", icon: "opportunities", name: "opportunities" },
  { to: "/imports", icon: "imports", name: "imports", label: "history" },
  { to: "/tasks", icon: "tasks", name: "tasks" },
  { to: "/settings", icon: "settings", name: "settings" },
];
