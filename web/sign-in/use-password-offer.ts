/** Whoever came by a link is asked once for a password, before they are out again with no way back. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSession } from "./use-session.ts";

const OFFERED = "muster-password-offered";

export function usePasswordOffer(): void {
  const { data: session } = useSession();
  const navigate = useNavigate();
  useEffect(() => {
    if (!session?.session.byLink || localStorage.getItem(OFFERED) === session.user.id) return;
    localStorage.setItem(OFFERED, session.user.id);
    void navigate({ to: "/set-password", search: { back: location.pathname + location.search } });
  }, [session, navigate]);
}
