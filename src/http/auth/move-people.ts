/** Takes accounts of people from one database to another: who they are and their passwords. Sessions and links end: they sign in anew. */
import { type Auth, openAuth } from "./open-auth.ts";
import type { SignInDatabase } from "./sign-in-options.ts";

const MODELS = ["user", "account"] as const;
const PAGE = 500;

/** Answers how many people there were. Who is there already is left as they are. */
export async function movePeople(from: SignInDatabase, to: SignInDatabase): Promise<number> {
  const [source, target] = [await authOf(from), await authOf(to)];
  let people = 0;
  for (const model of MODELS) {
    for (let offset = 0; ; offset += PAGE) {
      const rows = await source.findMany<{ readonly id: string }>({
        model,
        limit: PAGE,
        offset,
        sortBy: { field: "id", direction: "asc" },
      });
      for (const row of rows) await moveRow(target, model, row);
      if (model === "user") people += rows.length;
      if (rows.length < PAGE) break;
    }
  }
  return people;
}

type Adapter = Awaited<Auth["$context"]>["adapter"];

async function moveRow(target: Adapter, model: string, row: { readonly id: string }): Promise<void> {
  const there = await target.findOne({ model, where: [{ field: "id", value: row.id }] });
  if (there === null) await target.create({ model, data: { ...row }, forceAllowId: true });
}

/** Nobody signs in here: what the library asks for besides its database is never used. */
async function authOf(database: SignInDatabase): Promise<Adapter> {
  const auth = await openAuth({
    database,
    secret: "x".repeat(32),
    publicUrl: "http://localhost",
    sendMail: null,
    isInvited: async () => true,
    oidc: null,
    log: () => {},
  });
  return (await auth.$context).adapter;
}
