/** Signing in: by password, by a link that comes by mail, or at the organisation's provider. */
import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { askSignIn, type SignInWays } from "../api/sign-in-api.ts";
import { Icon } from "../app/icon.tsx";
import { toldOf } from "../app/query-client.ts";
import { useWords } from "../words/words-provider.tsx";
import { ownPath } from "./own-path.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

export function SignInPage() {
  const { signIn, shell } = useWords();
  const { back, error } = useSearch({ from: "/sign-in" });
  const ways = useQuery({ queryKey: ["ways"], queryFn: () => askSignIn<SignInWays>("/ways") });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const target = ownPath(back);

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(null);
    setBusy(true);
    await work().catch(setProblem);
    setBusy(false);
  };
  const byPassword = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(async () => {
      await askSignIn("/sign-in/email", { email, password });
      queries.clear();
      await navigate({ href: target, replace: true });
    });
  };
  const byLink = (): void =>
    void attempt(async () => {
      await askSignIn("/sign-in/magic-link", { email, callbackURL: target });
      setMailedTo(email);
    });
  const byProvider = (): void =>
    void attempt(async () => {
      const { url } = await askSignIn<{ readonly url: string }>("/sign-in/social", {
        provider: "oidc",
        callbackURL: target,
      });
      location.assign(url);
    });

  if (mailedTo !== null)
    return (
      <SignInFrame title={signIn.linkSent}>
        <Text size="sm">{signIn.linkSentText(mailedTo)}</Text>
        <Button variant="default" onClick={() => setMailedTo(null)}>
          {shell.back}
        </Button>
      </SignInFrame>
    );
  const told = problem === null ? null : toldOf(problem, shell);
  return (
    <SignInFrame title={signIn.title}>
      {told && (
        <Alert color="red" icon={<Icon name="warning" />} title={told.message} role="alert">
          {told.fix}
        </Alert>
      )}
      {!told && error !== undefined && (
        <Alert color="red" icon={<Icon name="warning" />} title={signIn.linkFailed} role="alert">
          {signIn.refused}
        </Alert>
      )}
      {!told && error === undefined && back !== undefined && back !== "/contacts" && (
        <Text size="sm" c="dimmed">
          {signIn.ended}
        </Text>
      )}
      <form onSubmit={byPassword}>
        <Stack gap="sm">
          <TextInput
            size="sm"
            type="email"
            name="email"
            label={signIn.email}
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <PasswordInput
            size="sm"
            name="password"
            label={signIn.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            visibilityToggleButtonProps={{ "aria-label": signIn.showPassword }}
          />
          <Button type="submit" size="sm" loading={isBusy}>
            {signIn.signIn}
          </Button>
        </Stack>
      </form>
      {(ways.data?.link || ways.data?.oidc) && <Divider label={signIn.or} />}
      {ways.data?.link && (
        <Button variant="default" size="sm" disabled={!email.includes("@")} onClick={byLink}>
          {signIn.mailLink}
        </Button>
      )}
      {ways.data?.oidc && (
        <Button variant="default" size="sm" onClick={byProvider}>
          {signIn.withProvider}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {signIn.noAccount}
      </Text>
    </SignInFrame>
  );
}
