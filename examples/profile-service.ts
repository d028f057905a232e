/**
 * An enrichment service to try Muster with, and the shape of a real one: it takes a profile's address and answers with what it
 * knows of the person. Run it, then import rows that have only a LinkedIn URL:
 *
 *   node examples/profile-service.ts 8085
 *   MUSTER_ENRICHMENT_URL=http://127.0.0.1:8085/look-up npx muster import people.csv --preset prospecting
 */
import { createServer, type IncomingMessage, type Server } from "node:http";

export type Profile = Readonly<Record<string, string>> & { readonly linkedin_url: string };

const PEOPLE: readonly Profile[] = [
  {
    linkedin_url: "https://www.linkedin.com/in/ann-lee",
    first_name: "Ann",
    last_name: "Lee",
    job_title: "Head of Purchasing",
    account_name: "Harbor Robotics",
    account_domain: "harbor.example",
    email: "ann@harbor.example",
    phone: "+14155550101",
    country: "US",
  },
  {
    linkedin_url: "https://www.linkedin.com/in/bob-ray",
    first_name: "Bob",
    last_name: "Ray",
    account_name: "Quay Supplies",
    account_domain: "quay.example",
  },
];

const MAX_REQUEST_BYTES = 10_000;

/** @param key what callers must send as `Authorization: Bearer KEY`; null = nothing */
export function profileService(people: readonly Profile[] = PEOPLE, key: string | null = null): Server {
  const byUrl = new Map(people.map((person) => [person.linkedin_url, person]));
  return createServer(async (request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.method !== "POST") return answer(405, { error: "Send a POST." });
    if (key !== null && request.headers.authorization !== `Bearer ${key}`) return answer(401, { error: "Wrong key." });
    const asked = await readJson(request);
    const url = typeof asked === "object" && asked !== null && "linkedin_url" in asked ? asked.linkedin_url : undefined;
    if (typeof url !== "string") return answer(400, { error: 'Send {"linkedin_url": …}.' });
    const person = byUrl.get(url);
    return person ? answer(200, person) : answer(404, { error: "There is no such profile." });
  });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const piece of request) {
    text += piece;
    if (text.length > MAX_REQUEST_BYTES) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const port = Number(process.argv[2] ?? 8085);
  profileService().listen(port, "127.0.0.1", () => console.log(`Look up profiles at http://127.0.0.1:${port}/look-up`));
}
