/** Where traces go, by the environment's names that every OpenTelemetry SDK knows. Reads nothing itself. */
import type { Environment } from "../config.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";

/** Whether there is a collector for traces, and they are wanted. What else is set, such as the headers to send, the SDK reads by itself. */
export function wantsTraces(env: Environment): Result<boolean> {
  // A config file's true comes as "yes".
  if (["true", "yes"].includes(env.OTEL_SDK_DISABLED?.toLowerCase() ?? "") || env.OTEL_TRACES_EXPORTER === "none")
    return accept(false);
  const set = (["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"] as const).filter(
    (name) => (env[name] ?? "") !== "",
  );
  const wrong = set.find((name) => !isWebAddress(env[name] ?? ""));
  if (wrong === undefined) return accept(set.length > 0);
  return refuse({
    code: "arguments_invalid",
    message: `${wrong} is not set as it must be.`,
    fix: "Set it to the address of an OTLP collector that is reached over HTTP, like this: http://localhost:4318.",
  });
}

const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? "");
