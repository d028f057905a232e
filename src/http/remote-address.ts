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

/** Of the other end of the connection; "" where there is none, as in tests without a socket. */
export function directAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return "";
  }
}

export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);
