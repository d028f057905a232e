/**
 * How the server speaks to whoever asks: to programs in English, with fixes that name fields of requests; to people at a page in
 * their language, with fixes that name steps and settings; to the command line, which speaks to a server too, with its own words.
 */
import { GERMAN } from "../core/notify/german-notifications.ts";
import { ENGLISH } from "../core/notify/notification-words.ts";
import { catalogue, type ProblemCode } from "../core/problem/catalogue.ts";
import { germanCatalogue } from "../core/problem/german/catalogue.ts";
import { germanLabel } from "../core/problem/german/field-labels.ts";
import { germanWords } from "../core/problem/german/object-words.ts";
import { germanDetail } from "../core/problem/german/problem-details.ts";
import { problemWords } from "../core/problem/object-words.ts";
import { saidAbout } from "../core/problem/problem-params.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import { englishMessage, withStop } from "../core/problem/render-problem.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Voice } from "../core/problem/voice.ts";
import { FIX_ON_PAGE, REFERRED_FIX_ON_PAGE } from "./fix-on-page.ts";
import { atTheCommandLine, FIX_OVER_HTTP, fixOverHttp, overHttp } from "./fix-over-http.ts";

export const API_VOICE: Voice = {
  words(code, object) {
    const words = problemWords(code, object);
    return { ...words, fix: fixOverHttp(code, words.fix) };
  },
  message: englishMessage,
  refusal: (refusal) => ({ ...refusal, fix: overHttp(refusal) }),
  label: ({ label }) => label,
  notifications: ENGLISH,
};

const TERMINAL: Voice = {
  words: problemWords,
  message: englishMessage,
  refusal: (refusal) => ({ ...refusal, fix: atTheCommandLine(refusal) }),
  label: ({ label }) => label,
  notifications: ENGLISH,
};

/** What a page cannot do anything with: endpoints, headers, names of options. */
const OF_PROGRAMS = /\/api\/|\bGET |\bPOST |\([a-zA-Z]+(?:: [^)]*)?\)|\bthe policy key\b|\bin the policy\b/;

/** What the code says where nothing was said for the case at hand; that says more, unless it is for programs. */
function pageFix({ code, fix }: Pick<Refusal, "code" | "fix">): string {
  const own = overHttp({ code, fix });
  const isCatalogues = fix === catalogue[code].fix || fix === FIX_OVER_HTTP[code] || own === FIX_OVER_HTTP[code];
  return isCatalogues || OF_PROGRAMS.test(own) ? (FIX_ON_PAGE[code] ?? fixOverHttp(code)) : own;
}

const PAGE: Voice = {
  words(code, object) {
    const words = API_VOICE.words(code, object);
    const own = object === "referred" ? REFERRED_FIX_ON_PAGE[code] : undefined;
    return { ...words, fix: own ?? FIX_ON_PAGE[code] ?? words.fix };
  },
  message: englishMessage,
  refusal: (refusal) => ({ ...refusal, fix: pageFix(refusal) }),
  label: ({ label }) => label,
  notifications: ENGLISH,
};

/** More names of columns or sheets than these help nobody. */
const MOST_NAMED = 10;

const GERMAN_PAGE: Voice = {
  words: germanWords,
  message(problem, show) {
    const title = germanWords(problem.code, saidAbout(problem, show)).title.replace(/\.$/, "");
    const detail = germanDetail(problem, show);
    return withStop(detail === "" ? title : `${title}: ${detail}`);
  },
  refusal: (refusal) => ({ ...refusal, message: germanRefusal(refusal), fix: germanCatalogue[refusal.code].fix }),
  label: ({ label, builtin }) => (builtin ? germanLabel(label) : label),
  notifications: GERMAN,
};

function germanRefusal({ code, message, names = [] }: Refusal): string {
  const { title } = germanCatalogue[code];
  if (names.length === 0) return SAY_MORE.has(code) ? `${withStop(title)} (${message})` : withStop(title);
  const called = names.slice(0, MOST_NAMED).map((name) => `„${shown(name.split(" + ").map(germanLabel).join(" + "))}“`);
  const more = names.length - called.length;
  return `${title.replace(/\.$/, "")}: ${called.join(", ")}${more > 0 ? ` und ${more} weitere` : ""}.`;
}

/** Titles that say nothing without what is wrong in the case at hand, which is known in English alone. */
const SAY_MORE: ReadonlySet<ProblemCode> = new Set([
  "arguments_invalid",
  "request_invalid",
  "policy_value_invalid",
  "workflow_invalid",
  "mapping_invalid",
  "import_failed",
]);

/** By what the header `Muster-Reader` says, or the cookie of the same name in small letters. */
const VOICES: Readonly<Record<string, Voice>> = {
  terminal: TERMINAL,
  "page-en": PAGE,
  "page-de": GERMAN_PAGE,
};

const COOKIE = /(?:^|;\s*)muster-reader=([a-z-]+)/;

export function voiceFor(headers: Headers): Voice {
  const said = headers.get("muster-reader") ?? COOKIE.exec(headers.get("cookie") ?? "")?.[1] ?? "";
  return Object.hasOwn(VOICES, said) ? (VOICES[said] ?? API_VOICE) : API_VOICE;
}
