/** A disk of its own for a test that fills it. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Why a test that needs one is skipped. */
export const NO_DISK = "a small disk cannot be mounted with this account's rights";

/** False where this account may not have one. */
export function mountSmall(path: string, options: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export function unmount(path: string): void {
  execFileSync("umount", ["-l", path]);
}
