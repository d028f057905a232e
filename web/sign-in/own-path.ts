/** Where one goes on after signing in: only to a page of this app, whatever the address says. */
export function ownPath(back: string | undefined): string {
  const isOwn =
    back !== undefined &&
    URL.canParse(back, location.origin) &&
    new URL(back, location.origin).origin === location.origin;
  if (!isOwn) return "/contacts";
  const { pathname, search, hash } = new URL(back, location.origin);
  return pathname + search + hash;
}
