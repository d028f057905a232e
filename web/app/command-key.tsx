/** Ctrl-K opens the command palette, which is fetched when it is first asked for. */
import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useEffect, useState } from "react";
import { fetched } from "../words/spoken-words.ts";

const ASKED = "muster:commands";

const CommandPalette = lazy(fetched(() => import("./command-palette.tsx")));

export const openCommands = (): void => {
  window.dispatchEvent(new Event(ASKED));
};

export function CommandKey() {
  /** How often it was asked for. */
  const [asked, setAsked] = useState(0);
  useHotkeys([["mod+K", openCommands]], []);
  useEffect(() => {
    const count = (): void => setAsked((times) => times + 1);
    window.addEventListener(ASKED, count);
    return () => window.removeEventListener(ASKED, count);
  }, []);
  if (asked === 0) return null;
  return (
    <Suspense fallback={null}>
      <CommandPalette asked={asked} />
    </Suspense>
  );
}
