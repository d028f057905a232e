/**
 * What the embedded database has after all its migrations, as PostgreSQL and its distributed kin have it: every table, key and
 * index of a workspace's data leads with workspace_id, and nothing is numbered by a sequence. Texts are compared byte by byte, as there.
 */
import { effects } from "./first-schema/effects.ts";
import { imports } from "./first-schema/imports.ts";
import { objects } from "./first-schema/objects.ts";
import { workspaces } from "./first-schema/workspaces.ts";

const extensions = `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
`;

export const firstSchema = extensions + workspaces + objects + imports + effects;
