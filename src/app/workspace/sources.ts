/** The systems that a workspace is connected to: listed, added, changed, removed. What they own is the policy's to say. */
import { OPTION_OF, SOURCE_KINDS, type Source, type SourceOption } from "../../core/authority/source.ts";
import { collapseLine } from "../../core/contact/types/clean-text.ts";
import { nearWords } from "../../core/problem/near-words.ts";
import { accept, type Refused, type Result, refuse, refuseNaming } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { NAME_CHARS } from "../limits.ts";
import type { Ports, Workspace } from "../ports.ts";

type StorePort = Pick<Ports, "store">;

export async function addSource(
  { store }: StorePort,
  workspace: Workspace,
  request: { readonly name: string; readonly kind: string; readonly options: readonly SourceOption[] },
): Promise<Result<Source>> {
  const name = collapseLine(request.name);
  if (typeof name !== "string" || name === "" || name.length > NAME_CHARS)
    return invalid(`“${shown(request.name)}” cannot be a source's name.`, `Use up to ${NAME_CHARS} characters.`);
  const kind = SOURCE_KINDS.find(
    (known) =>
      known ===
      request.kind
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_"),
  );
  if (kind === undefined)
    return invalid(
      `There is no kind of source “${shown(request.kind)}”.`,
      `Say which it is with --kind: ${SOURCE_KINDS.join(", ")}.`,
    );
  const source = checked({ name, kind, options: request.options });
  return source.ok ? store.sources.add(workspace.number, source.value) : source;
}

/** @param options options to turn on (true) or off (false); absent ones stay */
export function changeSource(
  ports: StorePort,
  workspace: Workspace,
  name: string,
  options: Readonly<Partial<Record<SourceOption, boolean>>>,
): Promise<Result<Source>> {
  return ports.store.transaction(workspace.number, async () => {
    const found = await findSource(ports, workspace, name);
    if (!found.ok) return found;
    const before = found.value;
    const off = before.options.filter((option) => options[option] !== false);
    const on = (Object.keys(options) as SourceOption[]).filter((option) => options[option] === true);
    const source = checked({ ...before, options: [...new Set([...off, ...on])] });
    if (source.ok) await ports.store.sources.change(workspace.number, source.value);
    return source;
  });
}

export function removeSource(ports: StorePort, workspace: Workspace, name: string): Promise<Result<Source>> {
  return ports.store.transaction(workspace.number, async () => {
    const found = await findSource(ports, workspace, name);
    if (found.ok) await ports.store.sources.remove(workspace.number, found.value.name);
    return found;
  });
}

async function findSource({ store }: StorePort, workspace: Workspace, name: string): Promise<Result<Source>> {
  const sources = await store.sources.list(workspace.number);
  const found = sources.find((source) => source.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return accept(found);
  const names = sources.map((source) => source.name);
  const near = nearWords(name, names);
  const known = names.length === 0 ? "there are none yet" : `there are ${names.map(shown).join(", ")}`;
  const hint = near.length > 0 ? `did you mean ${near.map(shown).join(" or ")}?` : `${known}.`;
  return refuseNaming("source_unknown", [name], `There is no source “${shown(name)}”; ${hint}`);
}

function checked(source: Source): Result<Source> {
  const wrong = source.options.find((option) => OPTION_OF[source.kind] !== option);
  if (wrong === undefined) return accept(source);
  const own = OPTION_OF[source.kind];
  return invalid(
    `A source of the kind ${source.kind} does not have the option ${wrong}.`,
    own === null ? "It has no options." : `Its option is ${own}.`,
  );
}

const invalid = (message: string, fix: string): Refused => refuse({ code: "source_invalid", message, fix });
