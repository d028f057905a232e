/** Tells the admins that nobody tries any more to send something: once a day for each receiver, however much was for it. */
import { isPresent } from "../../core/member/member.ts";
import { effectTarget } from "../../core/workflow/effect.ts";
import type { ClaimedEffect } from "../ports/effect-ports.ts";
import type { Workspace } from "../ports.ts";
import { type NotifyPorts, sendNotices } from "./send-notices.ts";

const DAY_MS = 86_400_000;

export async function notifyGivenUp(
  ports: NotifyPorts,
  workspace: Workspace,
  given: ClaimedEffect,
  error: string,
): Promise<void> {
  const to = (await ports.store.members.list(workspace.number)).filter(
    (member) => isPresent(member) && member.role === "admin",
  );
  const { kind, name } = given.lane;
  const day = Math.floor(ports.now() / DAY_MS);
  await sendNotices(ports, workspace, {
    event: {
      event: "effect_given_up",
      // The address of a contact is not for a list that is kept.
      params: { target: kind === "email" ? MAIL : effectTarget(given.effect), error },
      cause: `given_up-${kind}-${name.replace(/[^\w.:-]/g, "_")}-${day}`,
      import: null,
      tookMs: 0,
      // A mail about a mail that could not be sent would be the next one.
      inAppOnly: given.cause === "notification",
    },
    ...{ to, calls: [] },
  });
}

const MAIL = "somebody by mail";
