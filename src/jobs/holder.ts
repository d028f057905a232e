/**
 * How a process is named where it holds something, and whether the one so named is gone. Containers share host names and
 * process numbers, so a name says besides in which boot and which container's numbering its number counts, and when it
 * started: `host:1234#f3ab09c1.k9x2.e7d1`. Another machine's or container's process is never judged; its lease runs out.
 */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import type { Lease } from "../app/ports.ts";

/**
 * A name for each connection: two in one process are told apart, and neither takes over what the other holds. Claims add
 * letters, digits and underscores to it.
 */
export function newHolder(): string {
  const { pid } = process;
  return `${hostname()}:${pid}#${here()}.${startedAt(pid) ?? ""}.${randomBytes(4).toString("hex")}`;
}

/** True only where it is certain. */
export const isGone = ({ holder }: Pick<Lease, "holder">): boolean => fateOf(holder) === "gone";

/** `unknown`: its process is another machine's or container's, or the system does not say when processes started. */
export function fateOf(holder: string): "runs" | "gone" | "unknown" {
  const [, host, pid, where, started] = /^(.*):(\d+)#(\w*)\.(\w*)\.\w+$/.exec(holder) ?? [];
  if (host !== hostname() || where !== here()) return "unknown";
  const number = Number(pid);
  if (!isRunning(number)) return "gone";
  // The number may have been given to a new process since.
  const now = startedAt(number);
  if (started === "" || now === null) return "unknown";
  return now === started ? "runs" : "gone";
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

let known: string | null = null;

/** Where process numbers mean the same: one boot of one machine, and within it one container. Empty where the system does not say. */
function here(): string {
  known ??= digestOf(
    () => `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8")} ${readlinkSync("/proc/self/ns/pid")}`,
  );
  return known;
}

function digestOf(read: () => string): string {
  try {
    return createHash("sha256").update(read()).digest("hex").slice(0, 8);
  } catch {
    return "";
  }
}

/** In ticks since the machine's start, field 22 of proc_pid_stat(5), in base 36; null where the system does not say. */
function startedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the command's name in parentheses, and may hold any character.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[19]).toString(36);
  } catch {
    return null;
  }
}
