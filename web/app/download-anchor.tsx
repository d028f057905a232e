/** A link to a file that the server makes. Where a cookie says who asks, the browser downloads it by itself; else it is fetched with the token. */
import { Anchor, type AnchorProps } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Endpoint, ParamsOf, QuerySent } from "../../src/http/contract/endpoint.ts";
import { downloadLink } from "../api/download-link.ts";
import { useClient } from "../api/workspace-client.ts";

type Props<E extends Endpoint> = AnchorProps & {
  readonly of: E;
  readonly asked: { readonly params: ParamsOf<E>; readonly query: QuerySent<E> };
  readonly children: ReactNode;
};

export function DownloadAnchor<E extends Endpoint>({ of, asked, children, ...look }: Props<E>) {
  const client = useClient();
  const fetched = useMutation({
    mutationFn: async () =>
      save(await client.api.send(of, asked as unknown as Parameters<typeof client.api.send<E>>[1])),
  });
  if (client.token === null)
    return (
      <Anchor {...look} href={downloadLink(client, of, asked)} download>
        {children}
      </Anchor>
    );
  return (
    <Anchor {...look} component="button" type="button" onClick={() => fetched.mutate()}>
      {children}
    </Anchor>
  );
}

async function save(response: Response): Promise<void> {
  const [, name = ""] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement("a"), { href: address, download: decodeURIComponent(name) });
  link.click();
  // The download has begun by then, and holds the bytes.
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MS);
}

const RELEASE_MS = 60_000;
