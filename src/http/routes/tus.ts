/** Resumable uploads (tus 1.0, https://tus.io): the library speaks the protocol, and the upload is one like any other in the end. */
import { MemoryLocker, Server } from "@tus/server";
import { sweepUploads } from "../../app/upload/uploads.ts";
import { API, type Bind, type Call } from "../bind.ts";
import { callerName } from "../caller.ts";
import { askTus, beginTus, continueTus, endTus } from "../contract/uploads.ts";
import { problemResponse } from "../problem-json.ts";
import { TusRefused, TusStore } from "../tus-store.ts";

type Spoken = Call<typeof beginTus> | Call<typeof continueTus>;

export function bindTus(bind: Bind): void {
  // Two requests that add to the same upload wait for each other, whichever server speaks.
  const locker = new MemoryLocker();
  const speak = async (call: Spoken): Promise<Response> => {
    const { ports, parts, workspace, caller, context } = call;
    const datastore = new TusStore({ ports, partials: parts.partials, workspace, owner: callerName(caller) });
    let refused: TusRefused | null = null;
    const server = new Server({
      ...{ path: `${API}/uploads/tus`, datastore, locker, relativeLocation: true },
      ...(workspace.policy.maxBytes === null ? {} : { maxSize: workspace.policy.maxBytes }),
      allowedOrigins: [],
      namingFunction: (_, metadata) => datastore.begin(metadata?.filename ?? metadata?.name ?? ""),
      onResponseError(_, error) {
        if (error instanceof TusRefused) refused = error;
        else if (error instanceof Error) parts.log.error(error);
        return undefined;
      },
    });
    const response = await server.handleWeb(context.req.raw);
    return refused === null ? response : problemResponse((refused as TusRefused).refusal);
  };
  bind(beginTus, async (call) => {
    await sweepUploads(call.ports, call.parts);
    return speak(call);
  });
  for (const spec of [continueTus, askTus, endTus]) bind(spec, async (call) => speak(call as Spoken));
}
