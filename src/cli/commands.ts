/** The commands, in the order of the help, and where the code of each is: what is not asked for is not loaded. */

import type { Command } from "commander";
import type { Cli } from "./cli.ts";

/** Adds one command, with its name, options and words, to the program. */
type Register = (program: Command, cli: Cli) => void;

export const COMMANDS: Readonly<Record<string, () => Promise<Register>>> = {
  import: async () => (await import("./commands/import.ts")).registerImport,
  plan: async () => (await import("./commands/plan.ts")).registerPlan,
  read: async () => (await import("./commands/read.ts")).registerRead,
  imports: async () => (await import("./commands/imports.ts")).registerImports,
  show: async () => (await import("./commands/show.ts")).registerShow,
  lines: async () => (await import("./commands/lines.ts")).registerLines,
  fix: async () => (await import("./commands/fix.ts")).registerFix,
  undo: async () => (await import("./commands/undo.ts")).registerUndo,
  resume: async () => (await import("./commands/resume.ts")).registerResume,
  cancel: async () => (await import("./commands/cancel.ts")).registerCancel,
  receipt: async () => (await import("./commands/receipt.ts")).registerReceipt,
  verify: async () => (await import("./commands/receipt.ts")).registerVerify,
  contacts: async () => (await import("./commands/contacts.ts")).registerContacts,
  accounts: async () => (await import("./commands/accounts.ts")).registerAccounts,
  opportunities: async () => (await import("./commands/opportunities.ts")).registerOpportunities,
  pipelines: async () => (await import("./commands/pipelines.ts")).registerPipelines,
  duplicates: async () => (await import("./commands/duplicates.ts")).registerDuplicates,
  merge: async () => (await import("./commands/merge.ts")).registerMerge,
  export: async () => (await import("./commands/export.ts")).registerExport,
  template: async () => (await import("./commands/template.ts")).registerTemplate,
  fields: async () => (await import("./commands/fields.ts")).registerFields,
  tags: async () => (await import("./commands/tags.ts")).registerTags,
  sources: async () => (await import("./commands/sources.ts")).registerSources,
  mappings: async () => (await import("./commands/mappings.ts")).registerMappings,
  members: async () => (await import("./commands/members.ts")).registerMembers,
  keys: async () => (await import("./commands/keys.ts")).registerKeys,
  policy: async () => (await import("./commands/policy.ts")).registerPolicy,
  presets: async () => (await import("./commands/presets.ts")).registerPresets,
  workflows: async () => (await import("./commands/workflows.ts")).registerWorkflows,
  effects: async () => (await import("./commands/effects.ts")).registerEffects,
  serve: async () => (await import("./commands/serve.ts")).registerServe,
  webhooks: async () => (await import("./commands/webhooks.ts")).registerWebhooks,
  notifications: async () => (await import("./commands/notifications.ts")).registerNotifications,
  tasks: async () => (await import("./commands/tasks.ts")).registerTasks,
  worker: async () => (await import("./commands/worker.ts")).registerWorker,
  mcp: async () => (await import("./commands/mcp.ts")).registerMcp,
  workspaces: async () => (await import("./commands/workspaces.ts")).registerWorkspaces,
  field: async () => (await import("./commands/field.ts")).registerField,
  backup: async () => (await import("./commands/backup.ts")).registerBackup,
  restore: async () => (await import("./commands/backup.ts")).registerRestore,
  move: async () => (await import("./commands/move.ts")).registerMove,
  retention: async () => (await import("./commands/retention.ts")).registerRetention,
};
