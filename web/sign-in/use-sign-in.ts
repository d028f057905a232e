/** The ways in, and what came of the last one that was tried. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { askSignIn } from "../api/sign-in-api.ts";

/** @param target where whoever has signed in goes on */
export function useSignIn(target: string) {
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    setBusy(true);
    await work().catch(setProblem);
    setBusy(false);
  };
  const byPassword = (email: string, password: string): Promise<void> =>
    attempt(async () => {
      await askSignIn("/sign-in/email", { email, password });
      queries.clear();
      await navigate({ href: target, replace: true });
    });
  const byLink = (email: string): Promise<void> =>
    attempt(async () => {
      await askSignIn("/sign-in/magic-link", { email, callbackURL: target });
      setMailedTo(email);
    });
  const byProvider = (): Promise<void> =>
    attempt(async () => {
      const ask = { provider: "oidc", callbackURL: target };
      const { url } = await askSignIn<{ readonly url: string }>("/sign-in/social", ask);
      location.assign(url);
    });
  return { byPassword, byLink, byProvider, mailedTo, forgetMail: () => setMailedTo(null), problem, isBusy };
}
