/** The commands, in the order of the help, and where the code of each is: what is not asked for is not loaded. */

import type { Command } from "commander";
import type { Cli } from "./cli.ts";

/** Adds one command, with its name, options and words, to the program. */
type Register = (program: Command, cli: Cli) => void;

export const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  import: async () => (await import("./import.ts")).registerImport,
  plan: async () => (await import("./plan.ts")).registerPlan,
  read: async () => (await import("./read.ts")).registerRead,
  imports: async () => (await import("./imports.ts")).registerImports,
  show: async () => (await import("./show.ts")).registerShow,
  lines: async () => (await import("./lines.ts")).registerLines,
  fix: async () => (await import("./fix.ts")).registerFix,
  undo: async () => (await import("./undo.ts")).registerUndo,
  resume: async () => (await import("./resume.ts")).registerResume,
  cancel: async () => (await import("./cancel.ts")).registerCancel,
  receipt: async () => (await import("./receipt.ts")).registerReceipt,
  verify: async () => (await import("./receipt.ts")).registerVerify,
  contacts: async () => (await import("./contacts.ts")).registerContacts,
  accounts: async () => (await import("./accounts.ts")).registerAccounts,
  opportunities: async () => (await import("./opportunities.ts")).registerOpportunities,
  pipelines: async () => (await import("./pipelines.ts")).registerPipelines,
  duplicates: async () => (await import("./duplicates.ts")).registerDuplicates,
  merge: async () => (await import("./merge.ts")).registerMerge,
  export: async () => (await import("./export.ts")).registerExport,
  template: async () => (await import("./template.ts")).registerTemplate,
  fields: async () => (await import("./fields.ts")).registerFields,
  tags: async () => (await import("./tags.ts")).registerTags,
  sources: async () => (await import("./sources.ts")).registerSources,
  mappings: async () => (await import("./mappings.ts")).registerMappings,
  members: async () => (await import("./members.ts")).registerMembers,
  keys: async () => (await import("./keys.ts")).registerKeys,
  policy: async () => (await import("./policy.ts")).registerPolicy,
  presets: async () => (await import("./presets.ts")).registerPresets,
  workflows: async () => (await import("./workflows.ts")).registerWorkflows,
  effects: async () => (await import("./effects.ts")).registerEffects,
  serve: async () => (await import("./serve.ts")).registerServe,
  webhooks: async () => (await import("./webhooks.ts")).registerWebhooks,
  notifications: async () => (await import("./notifications.ts")).registerNotifications,
  tasks: async () => (await import("./tasks.ts")).registerTasks,
  worker: async () => (await import("./worker.ts")).registerWorker,
  mcp: async () => (await import("./mcp.ts")).registerMcp,
  workspaces: async () => (await import("./workspaces.ts")).registerWorkspaces,
  field: async () => (await import("./field.ts")).registerField,
  backup: async () => (await import("./backup.ts")).registerBackup,
  restore: async () => (await import("./backup.ts")).registerRestore,
  move: async () => (await import("./move.ts")).registerMove,
  retention: async () => (await import("./retention.ts")).registerRetention,
};
