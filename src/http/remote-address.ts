/** Where a request comes from. */
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** @param proxies how many proxies of our own stand before the server: each has added the address it saw (RFC 7239's forerunner) */
export function remoteAddress(context: Context, proxies: number): string {
  const direct = directAddress(context);
  if (proxies === 0) return direct;
  const forwarded = (context.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  return forwarded.at(-proxies) || direct;
}

/** Of a program on this machine, and nothing that a proxy on it has passed on for somebody else. */
export const isFromHere = (context: Context): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(directAddress(context)) &&
  context.req.header("x-forwarded-for") === undefined &&
  context.req.header("forwarded") === undefined;

/** Of the other end of the connection; "" where there is none, as in tests without a socket. */
function directAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return "";
  }
}
