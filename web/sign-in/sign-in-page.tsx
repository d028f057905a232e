/** Signing in: by password, by a link that comes by mail, or at the organisation's provider. */
import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { askSignIn, type SignInWays } from "../api/sign-in-api.ts";
import { Icon } from "../app/icon.tsx";
import { toldOf } from "../app/query-client.ts";
import { useWords } from "../words/words-provider.tsx";
import { ownPath } from "./own-path.ts";
import { SignInFrame } from "./sign-in-frame.tsx";
import { useSignIn } from "./use-sign-in.ts";

export function SignInPage() {
  const { signIn, shell } = useWords();
  const { back } = useSearch({ from: "/sign-in" });
  const ways = useQuery({ queryKey: ["ways"], queryFn: () => askSignIn<SignInWays>("/ways") });
  const [email, setEmail] = useState("");
  const { byPassword, byLink, byProvider, mailedTo, forgetMail, problem, isBusy } = useSignIn(ownPath(back));
  if (mailedTo !== null)
    return (
      <SignInFrame title={signIn.linkSent}>
        <Text size="sm">{signIn.linkSentText(mailedTo)}</Text>
        <Button variant="default" onClick={forgetMail}>
          {shell.back}
        </Button>
      </SignInFrame>
    );
  return (
    <SignInFrame title={signIn.title}>
      <WhyHere problem={problem} />
      <PasswordForm
        email={email}
        setEmail={setEmail}
        isBusy={isBusy}
        onSubmit={(word) => void byPassword(email, word)}
      />
      {(ways.data?.link || ways.data?.oidc) && <Divider label={signIn.or} />}
      {ways.data?.link && (
        <Button variant="default" size="sm" disabled={!email.includes("@")} onClick={() => void byLink(email)}>
          {signIn.mailLink}
        </Button>
      )}
      {ways.data?.oidc && (
        <Button variant="default" size="sm" onClick={() => void byProvider()}>
          {signIn.withProvider}
        </Button>
      )}
      <Text size="xs" c="dimmed">
        {signIn.noAccount}
      </Text>
    </SignInFrame>
  );
}

/** What went wrong, or why somebody who was elsewhere is asked to sign in. */
function WhyHere({ problem }: { readonly problem: unknown }) {
  const { signIn, shell } = useWords();
  const { back, error } = useSearch({ from: "/sign-in" });
  const told = problem === null ? null : toldOf(problem, shell);
  if (told !== null || error !== undefined)
    return (
      <Alert color="red" icon={<Icon name="warning" />} title={told?.message ?? signIn.linkFailed} role="alert">
        {told === null ? signIn.refused : told.fix}
      </Alert>
    );
  if (back === undefined || back === "/contacts") return null;
  return (
    <Text size="sm" c="dimmed">
      {signIn.ended}
    </Text>
  );
}

type FormProps = {
  readonly email: string;
  readonly setEmail: (email: string) => void;
  readonly isBusy: boolean;
  readonly onSubmit: (password: string) => void;
};

function PasswordForm({ email, setEmail, isBusy, onSubmit }: FormProps) {
  const { signIn } = useWords();
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(password);
  };
  return (
    <form onSubmit={submit}>
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
  );
}
