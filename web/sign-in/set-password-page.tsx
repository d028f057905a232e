/** A first password after coming by a link, or another one. */
import { Alert, Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { askSignIn } from "../api/sign-in-api.ts";
import { Icon } from "../app/icon.tsx";
import { isSignedOut, toldOf } from "../app/query-client.ts";
import { useWords } from "../words/words-provider.tsx";
import { ownPath } from "./own-path.ts";
import { SignInFrame } from "./sign-in-frame.tsx";
import { useSession } from "./use-session.ts";

/** As the server has it. */
const LEAST_CHARS = 12;

export function SetPasswordPage() {
  const { signIn, shell } = useWords();
  const { back } = useSearch({ from: "/set-password" });
  const session = useSession();
  const cameByLink = session.data?.session.byLink === true;
  const [present, setPresent] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const navigate = useNavigate();
  const goOn = () => navigate({ href: ownPath(back), replace: true });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await askSignIn("/password", { newPassword: password, ...(present === "" ? {} : { currentPassword: present }) });
      notifications.show({ message: signIn.saved, color: "green" });
      await goOn();
    } catch (error) {
      if (isSignedOut(error) && session.data === null)
        await navigate({ to: "/sign-in", search: { back: "/set-password" } });
      setProblem(error);
    }
    setBusy(false);
  };
  const told = problem === null ? null : toldOf(problem, shell);
  const shown = { "aria-label": signIn.showPassword };
  return (
    <SignInFrame title={signIn.setPassword}>
      {cameByLink && <Text size="sm">{signIn.setPasswordText}</Text>}
      {session.data && <Text size="sm">{signIn.address(session.data.user.email)}</Text>}
      {told && (
        <Alert color="red" icon={<Icon name="warning" />} title={told.message} role="alert">
          {told.fix}
        </Alert>
      )}
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <input
            type="text"
            name="username"
            autoComplete="username"
            hidden
            readOnly
            value={session.data?.user.email ?? ""}
          />
          {!cameByLink && (
            <PasswordInput
              size="sm"
              label={signIn.presentPassword}
              description={signIn.presentPasswordHint}
              autoComplete="current-password"
              value={present}
              onChange={({ currentTarget }) => setPresent(currentTarget.value)}
              visibilityToggleButtonProps={shown}
            />
          )}
          <PasswordInput
            size="sm"
            label={signIn.newPassword}
            description={signIn.passwordHint}
            autoComplete="new-password"
            required
            withAsterisk={false}
            minLength={LEAST_CHARS}
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            visibilityToggleButtonProps={shown}
          />
          <Group grow>
            <Button variant="default" size="sm" onClick={() => void goOn()}>
              {cameByLink ? signIn.later : shell.back}
            </Button>
            <Button type="submit" size="sm" loading={isBusy}>
              {signIn.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </SignInFrame>
  );
}
