/** A provider of OpenID Connect as small as one can be: it signs whoever comes in as the person that the test has set. */
import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Claims = {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name: string;
};

export type OidcProvider = {
  readonly issuer: string;
  /** Whom it signs in next. */
  person: Claims;
  /** Changes a token before it is signed. */
  spoil: (claims: Record<string, unknown>) => Record<string, unknown>;
};

const CLIENT = { id: "muster", secret: "known to both" };
export const oidcClient = { clientId: CLIENT.id, clientSecret: CLIENT.secret };

export async function oidcProvider(): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  const codes = new Map<string, { readonly nonce: string | null; readonly challenge: string | null }>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", provider.issuer);
    const answer = (value: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (url.pathname === "/.well-known/openid-configuration") return answer(discovery(provider.issuer));
    if (url.pathname === "/keys") return answer({ keys: [jwk] });
    if (url.pathname === "/authorize") {
      const code = `code-${codes.size}`;
      codes.set(code, { nonce: url.searchParams.get("nonce"), challenge: url.searchParams.get("code_challenge") });
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      return response.writeHead(302, { location: back.toString() }).end();
    }
    const form = new URLSearchParams(await bodyOf(request));
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!asked || asked.challenge !== verifier || !isClient(request, form))
      return answer({ error: "invalid_grant" }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...provider.person, iss: provider.issuer, aud: CLIENT.id, iat: now, exp: now + 60 };
    const token = signed({ ...provider.spoil({ ...claims, nonce: asked.nonce }) });
    return answer({ access_token: "a", token_type: "Bearer", expires_in: 60, id_token: token });
  });
  const signed = (claims: Record<string, unknown>): string => {
    const parts = [{ alg: "RS256", kid: "one" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const signature = createSign("RSA-SHA256").update(parts.join(".")).sign(privateKey, "base64url");
    return [...parts, signature].join(".");
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const provider: OidcProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    person: { sub: "1", email: "ann@example.com", email_verified: true, name: "Ann Smith" },
    spoil: (claims) => claims,
  };
  return provider;
}

const discovery = (issuer: string) => ({
  ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
  ...{ jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported: ["RS256"] },
  ...{ response_types_supported: ["code"], subject_types_supported: ["public"] },
});

function isClient({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}`;
  return headers.authorization === basic || form.get("client_secret") === CLIENT.secret;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}
