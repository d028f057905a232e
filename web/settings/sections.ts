/** The sections of the settings, in the order of their list. */
import type { Action } from "../../src/core/member/permissions.ts";
import type { SettingsWords } from "../words/en/settings.ts";

export type SectionName = keyof SettingsWords["sections"];

type SectionGroup = {
  readonly group: keyof SettingsWords["groups"];
  readonly sections: readonly { readonly name: SectionName; readonly need: Action }[];
};

const SECTIONS: readonly SectionGroup[] = [
  {
    group: "imports",
    sections: [
      { name: "policy", need: "read" },
      { name: "fields", need: "read" },
      { name: "mappings", need: "read" },
      { name: "tags", need: "read" },
      { name: "pipelines", need: "read" },
    ],
  },
  {
    group: "people",
    sections: [
      { name: "members", need: "read" },
      { name: "keys", need: "change_keys" },
      { name: "erasures", need: "erase_people" },
      { name: "workspaces", need: "create_workspaces" },
    ],
  },
  {
    group: "connections",
    sections: [
      { name: "sources", need: "read" },
      { name: "workflows", need: "read" },
      { name: "webhooks", need: "change_webhooks" },
    ],
  },
  { group: "you", sections: [{ name: "account", need: "read" }] },
];

/** Those that somebody may open. */
export const sectionsFor = (may: (action: Action) => boolean): readonly SectionGroup[] =>
  SECTIONS.map(({ group, sections }) => ({ group, sections: sections.filter(({ need }) => may(need)) })).filter(
    ({ sections }) => sections.length > 0,
  );
