/** What names a member by an address names another from then on. Inside the caller's transaction. */
import type { HandOver, Named } from "../../../app/ports/member-store.ts";
import { bigints, type Database } from "../database.ts";

type MemberList = "followers" | "managers";

/** Items of a list as JSON writes them, in its order. */
const itemsOf = (list: MemberList): string =>
  `json_array_elements(nullif(${list}, '')::json) with ordinality as item (value, place)`;

/** The list has an address ($3, as JSON writes it). */
const holds = (list: MemberList): string => `exists (select 1 from ${itemsOf(list)} where item.value::text = $3::text)`;

/** Objects of a workspace ($1) that name an address ($2) as owner or in their list. */
const names = (list: MemberList): string => `workspace_id = $1 and (owner = $2 or ${holds(list)})`;

export const NAMES_FOLLOWER = names("followers");

/** Opportunities of a workspace ($1) whose owner has an address ($2). */
export const OWNED = "workspace_id = $1 and owner = $2";

/** The list with another address ($5) instead. Whoever is in it already is not named twice. */
const renamed = (list: MemberList): string => `case when ${holds(list)} then (
  select '[' || string_agg(name, ',' order by place) || ']' from (
    select case when item.value::text = $3::text then $5::text else item.value::text end as name, min(item.place) as place
    from ${itemsOf(list)} group by 1) as named) else ${list} end`;

/** The owner or the list, with the other address ($4). */
const given = (list: MemberList): string =>
  `owner = case when owner = $2 then $4::text else owner end, ${list} = ${renamed(list)}`;

export async function giveNamed(
  database: Database,
  workspace: number,
  { from, to }: Pick<HandOver, "from" | "to">,
): Promise<Named> {
  const both = [workspace, from, JSON.stringify(from), to, JSON.stringify(to)];
  await database.run(`update account set ${given("managers")} where ${names("managers")}`, ...both);
  await database.run(
    `insert into search_stale (workspace_id, contact_id)
     select contact.workspace_id, contact.contact_id from search_mark
     join contact on contact.workspace_id = search_mark.workspace_id and contact.contact_id <= search_mark.known_to
       and contact.owner = $2
     where search_mark.workspace_id = $1 on conflict (workspace_id, contact_id) do nothing`,
    ...[workspace, from],
  );
  const contacts = await database.get(
    `with given as (update contact set ${given("followers")} where ${names("followers")} returning 1)
     select count(*) from given`,
    ...both,
  );
  const opportunities = await database.get(
    `with given as (update opportunity set owner = $3 where ${OWNED} returning 1) select count(*) from given`,
    ...[workspace, from, to],
  );
  await giveBulkChanges(database, workspace, { from, to });
  return { contacts: Number(contacts?.[0] ?? 0), opportunities: Number(opportunities?.[0] ?? 0) };
}

/** A bulk change that is not at its end gives its contacts to whoever it is by then. */
async function giveBulkChanges(
  database: Database,
  workspace: number,
  { from, to }: Pick<HandOver, "from" | "to">,
): Promise<void> {
  const rows = await database.all(
    "select bulk_id, change from bulk_change where workspace_id = $1 and state = 'running'",
    workspace,
  );
  const changed = rows.flatMap(([number, text]) => {
    const change = JSON.parse(String(text)) as { readonly owner?: unknown };
    return change.owner === from ? [{ number: Number(number), text: JSON.stringify({ ...change, owner: to }) }] : [];
  });
  if (changed.length === 0) return;
  await database.run(
    `update bulk_change set change = given.change from unnest($2::bigint[], $3::text[]) as given (bulk_id, change)
     where bulk_change.workspace_id = $1 and bulk_change.bulk_id = given.bulk_id`,
    workspace,
    bigints(changed.map(({ number }) => number)),
    changed.map(({ text }) => text),
  );
}
