/**
 * Short-lived tokens with which a page of another product lets one of its users import. A token is signed and kept nowhere: it
 * says by which key it was made, for whom and until when, and counts as long as that key does.
 *
 * `mse_PAGES.SIGNATURE.HOLDER.SIGNATURE`. The first half alone says which pages may hold the wizard. It stands in the address
 * of the frame and opens nothing; the second signature is over both halves, and never leaves memory and headers.
 */
import { timingSafeEqual } from "node:crypto";
import { pageOrigin } from "../../core/embed/page-origin.ts";
import type { Actor, KeyActor } from "../../core/member/actor.ts";
import { isPresent, type Member } from "../../core/member/member.ts";
import { accept, type Refused, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { EMBED_MINUTES, EMBED_ORIGINS, NAME_CHARS } from "../limits.ts";
import type { ApiKey } from "../ports/key-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { actorOfKey, lowerRole } from "./api-keys.ts";

/** Signs a text with a secret that the server alone has. */
export type Sign = (text: string) => string;

/** What the server of the other product says. */
export type EmbedTexts = {
  /** Of the pages that the wizard may stand in. */
  readonly origins: readonly string[];
  /** Id or address of the other product's user, as the history of imports is to name them; or: */
  readonly user?: string | undefined;
  /** address of the member who imports. */
  readonly member?: string | undefined;
  readonly minutes?: number | undefined;
};

/** The key that asks: its number, how it begins, and what it may. */
type AskingKey = Pick<ApiKey, "number" | "hint"> & { readonly actor: Actor };

/** Milliseconds since 1970. */
type Pages = { readonly origins: readonly string[]; readonly expiresAt: number };
type Holder = { readonly hint: string; readonly key: number; readonly member?: number; readonly user?: string };

export type EmbedToken = Pages & { readonly text: string };

export async function createEmbedToken(
  {
    ports,
    workspace,
    sign,
  }: { readonly ports: Pick<Ports, "store" | "now">; readonly workspace: Workspace; readonly sign: Sign },
  key: AskingKey,
  texts: EmbedTexts,
): Promise<Result<EmbedToken>> {
  const origins = readOrigins(texts.origins);
  if (!origins.ok) return origins;
  const { minutes = EMBED_MINUTES.usual, user, member: address } = texts;
  if (!(minutes >= EMBED_MINUTES.least && minutes <= EMBED_MINUTES.most))
    return invalid(`A token works for ${EMBED_MINUTES.least} to ${EMBED_MINUTES.most} minutes.`);
  if ((user === undefined) === (address === undefined))
    return invalid("Say either user or member: whom the imports are by.");
  if (user !== undefined && !USER.test(user))
    return invalid(
      `“${shown(user)}” cannot be a user: an id or an address has 1 to ${NAME_CHARS} signs and no spaces.`,
    );
  const members = address === undefined ? [] : await ports.store.members.list(workspace.number);
  const member = members.find((one) => one.email === address?.trim().toLowerCase() && isPresent(one));
  if (address !== undefined && !member)
    return refuseWith("member_unknown", `${shown(address)} is no member of the workspace ${workspace.slug}.`);
  const expiresAt = ports.now() + minutes * 60_000;
  const pages: Pages = { origins: origins.value, expiresAt };
  const holder: Holder = {
    ...{ hint: key.hint, key: key.number },
    ...(member ? { member: member.number } : {}),
    ...(user === undefined ? {} : { user }),
  };
  return accept({ text: textOf(sign, pages, holder), ...pages });
}

export type CheckedEmbedToken = Pages & {
  readonly key: ApiKey;
  readonly workspace: Workspace;
  /** A member, or the key in the name of somebody; never above either. */
  readonly actor: Actor;
  /** The same for every token that is made for the same person. */
  readonly person: string;
};

/** Whom a token stands for, as long as its key counts. Writes nothing. */
export async function checkEmbedToken(
  { ports, sign }: { readonly ports: Pick<Ports, "store" | "now">; readonly sign: Sign },
  text: string,
): Promise<Result<CheckedEmbedToken>> {
  const parts = TOKEN.exec(text);
  const [, pagesText = "", , holderText = "", signature = ""] = parts ?? [];
  if (!parts || !isSigned(sign, `token:${pagesText}.${holderText}`, signature)) return unknown();
  const pages = decoded<Pages>(pagesText);
  const holder = decoded<Holder>(holderText);
  const now = ports.now();
  if (pages.expiresAt <= now)
    return refuseWith(
      "embed_token_expired",
      `The time to import has ended at ${new Date(pages.expiresAt).toISOString()}.`,
    );
  const found = (await ports.store.keys.beginningWith(holder.hint)).find(({ key }) => key.number === holder.key);
  const workspace = found ? await ports.store.workspaces.byNumber(found.workspace) : null;
  if (!found || !workspace) return unknown();
  const byKey = actorOfKey(found, now);
  // What key that was is nothing for whoever has the token.
  if (!byKey.ok) return refuseWith("embed_token_unknown", "The key that the token was made with counts no longer.");
  const actor = await actorOf(ports, { workspace: found.workspace, byKey: byKey.value }, holder);
  if (!actor.ok) return actor;
  const person = holder.user ?? `member ${holder.member}`;
  return accept({ ...pages, key: found.key, workspace, actor: actor.value, person });
}

/** The pages that may hold the wizard, as the address of its frame says them; none where nobody has signed that. */
export function embeddingPages(sign: Sign, pass: string): readonly string[] {
  const [pages = "", signature = ""] = pass.split(".");
  return isSigned(sign, `pages:${pages}`, signature) ? decoded<Pages>(pages).origins : [];
}

const PREFIX = "mse_";
const TOKEN = /^mse_([\w-]{1,4000})\.([\w-]{1,200})\.([\w-]{1,4000})\.([\w-]{1,200})$/;
/** Without spaces: however a record names them, it is plain where they end. */
const USER = new RegExp(`^[^\\s\\p{C}]{1,${NAME_CHARS}}$`, "u");

export const isEmbedToken = (text: string): boolean => text.startsWith(PREFIX);

function textOf(sign: Sign, pages: Pages, holder: Holder): string {
  const [first, second] = [encoded(pages), encoded(holder)];
  return `${PREFIX}${first}.${sign(`pages:${first}`)}.${second}.${sign(`token:${first}.${second}`)}`;
}

function isSigned(sign: Sign, text: string, signature: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(text))];
  return given.length === right.length && timingSafeEqual(given, right);
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
/** Only of what this server has signed. */
const decoded = <T>(text: string): T => JSON.parse(Buffer.from(text, "base64url").toString()) as T;

function readOrigins(texts: readonly string[]): Result<readonly string[]> {
  if (texts.length === 0 || texts.length > EMBED_ORIGINS)
    return invalid(`A token is for the pages of 1 to ${EMBED_ORIGINS} origins.`);
  const origins: string[] = [];
  for (const text of texts) {
    const origin = pageOrigin(text);
    if (origin === null) return invalid(`“${shown(text)}” is no origin of pages.`);
    origins.push(origin);
  }
  return accept([...new Set(origins)]);
}

/** With the lesser of two roles, and nothing but imports. */
async function actorOf(
  ports: Pick<Ports, "store">,
  { workspace, byKey }: { readonly workspace: number; readonly byKey: KeyActor },
  { member: number, user }: Holder,
): Promise<Result<Actor>> {
  if (number === undefined)
    return accept({ ...byKey, scopes: byKey.scopes.filter((scope) => scope === "import"), user: user ?? "" });
  const member: Member | undefined = (await ports.store.members.list(workspace)).find((one) => one.number === number);
  if (!member || !isPresent(member))
    return refuseWith("embed_token_unknown", "The token is for somebody who is no longer a member.");
  return accept({ kind: "member", member: { ...member, role: lowerRole(member.role, byKey.role) } });
}

const invalid = (message: string): Refused => refuseWith("embed_token_invalid", message);
const unknown = (): Refused => refuseWith("embed_token_unknown", "The token is none of this server's.");
