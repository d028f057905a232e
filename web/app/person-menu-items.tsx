/** Who is signed in and as what; the language and the colours of the pages; the password; the way out. */
import { Menu, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { askSignIn } from "../api/sign-in-api.ts";
import { LANGUAGES, type Language } from "../words/language.ts";
import { useSpoken } from "../words/words-provider.tsx";
import { Icon } from "./icon.tsx";
import { OpenedMenu } from "./opened-menu.tsx";
import type { Opening } from "./opener.tsx";
import { useWorkspace } from "./workspace-context.ts";

const SCHEMES = [
  ["light", "light"],
  ["dark", "dark"],
  ["auto", "system"],
] as const;

export default function PersonMenuItems({ opening }: { readonly opening: Opening }) {
  const { words, language, speak } = useSpoken();
  const { shell } = words;
  const { me, workspace } = useWorkspace();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signOut = async (): Promise<void> => {
    await askSignIn("/sign-out", {});
    queries.clear();
    await navigate({ to: "/sign-in" });
  };
  const checked = (is: boolean) => is && <Icon name="check" size={14} />;
  return (
    <OpenedMenu opening={opening} width={208} position="top-start">
      <Menu.Label>
        {[me.name, workspace.role === null ? shell.operator : shell.role[workspace.role]].filter(Boolean).join(" · ")}
      </Menu.Label>
      <Menu.Divider />
      <Menu.Label>{shell.language}</Menu.Label>
      {(Object.keys(LANGUAGES) as Language[]).map((one) => (
        <Menu.Item key={one} lang={one} rightSection={checked(one === language)} onClick={() => speak(one)}>
          {LANGUAGES[one]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{shell.colours}</Menu.Label>
      {SCHEMES.map(([scheme, name]) => (
        <Menu.Item key={scheme} rightSection={checked(scheme === colorScheme)} onClick={() => setColorScheme(scheme)}>
          {shell[name]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={() => void navigate({ to: "/set-password" })}>{shell.setPassword}</Menu.Item>
      <Menu.Item onClick={() => void signOut()}>{shell.signOut}</Menu.Item>
    </OpenedMenu>
  );
}
