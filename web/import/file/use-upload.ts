/** A file on its way to the server: how far it is, and what went wrong with it. */
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { headersOf, useClient } from "../../api/workspace-client.ts";
import { uploadFile } from "./upload-file.ts";

type Sending =
  | { readonly is: "idle" }
  | { readonly is: "sending"; readonly name: string; readonly share: number }
  | { readonly is: "refused"; readonly error: unknown };

export function useUpload(onDone: (upload: string) => void) {
  const client = useClient();
  const [sending, setSending] = useState<Sending>({ is: "idle" });
  // As any other change: whoever is signed out meanwhile is led to where that can be mended.
  const { mutateAsync: upload } = useMutation({
    mutationFn: ({ file, ...how }: Parameters<typeof uploadFile>[1] & { readonly file: File }) => uploadFile(file, how),
    meta: { tellsItself: true },
  });
  const abort = useRef<AbortController | null>(null);
  const stop = (): void => {
    abort.current?.abort();
    setSending({ is: "idle" });
  };
  const send = async (file: File): Promise<void> => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    const onProgress = (share: number): void => {
      if (!signal.aborted) setSending({ is: "sending", name: file.name, share });
    };
    onProgress(0);
    try {
      const id = await upload({ file, headers: headersOf(client), onProgress, signal });
      if (!signal.aborted) onDone(id);
    } catch (error) {
      if (!signal.aborted) setSending({ is: "refused", error });
    }
  };
  return { sending, send: (file: File) => void send(file), stop };
}
