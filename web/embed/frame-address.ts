/** What the element reads of a token by itself: the address of the frame, and the pages that it is for. The rest is the server's alone. */

const TOKEN = /^mse_([\w-]+)\.([\w-]+)\.[\w-]+\.[\w-]+$/;

export type FramePass = { readonly pass: string; readonly origins: readonly string[] };

/** Null = it is no token. */
export function framePass(token: string): FramePass | null {
  const [, pages, signature] = TOKEN.exec(token) ?? [];
  if (pages === undefined) return null;
  try {
    const { origins } = JSON.parse(atob(pages.replaceAll("-", "+").replaceAll("_", "/")));
    return Array.isArray(origins) ? { pass: `${pages}.${signature}`, origins } : null;
  } catch {
    return null;
  }
}

export const frameAddress = (server: string, { pass }: FramePass): string =>
  `${server}/embed/frame?${new URLSearchParams({ for: pass })}`;
