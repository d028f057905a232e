/** Problems as whoever asks is to read them: every route answers them for programs, and here they are said to people at a page. */
import type { MiddlewareHandler } from "hono";
import { catalogue, type ProblemCode } from "../core/problem/catalogue.ts";
import type { Voice } from "../core/problem/voice.ts";
import type { ProblemJson } from "./problem-json.ts";
import { API_VOICE, voiceFor } from "./voices.ts";

export const problemsInVoice: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  const voice = voiceFor(context.req.raw.headers);
  if (voice === API_VOICE || res.headers.get("content-type") !== "application/problem+json" || res.body === null)
    return;
  const problem = (await res.json()) as ProblemJson;
  const headers = new Headers(res.headers);
  headers.delete("content-length");
  context.res = new Response(JSON.stringify(said(problem, voice)), { status: res.status, headers });
};

function said(problem: ProblemJson, voice: Voice): ProblemJson {
  if (!Object.hasOwn(catalogue, problem.code)) return problem;
  const code: ProblemCode = problem.code;
  const { names } = problem;
  const { message, fix } = voice.refusal({
    ...{ code, message: problem.detail, fix: problem.fix },
    ...(names === undefined ? {} : { names }),
  });
  return { ...problem, title: voice.words(code).title, detail: message, fix };
}
