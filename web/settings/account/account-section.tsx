/** One's own account: the password, how the pages look, what one is told of, and where one is signed in. */
import { Button, NativeSelect, SegmentedControl, Text, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../app/workspace-context.ts";
import { LANGUAGES, type Language } from "../../words/language.ts";
import { useSpoken } from "../../words/words-provider.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import classes from "./account.module.css";
import { NotifyProfile } from "./notify-profile.tsx";
import { Sessions } from "./sessions.tsx";

const SCHEMES = { light: "light", dark: "dark", auto: "system" } as const;
type Scheme = keyof typeof SCHEMES;

export default function AccountSection() {
  const { words, language, speak } = useSpoken();
  const { access, settings, shell } = words;
  const { account } = access;
  const { me, workspace } = useWorkspace();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <SectionHead title={settings.sections.account} says={account.says} />
      <section className={classes.part}>
        <Rows label={account.who}>
          <Row
            title={me.name === "" ? me.email : me.name}
            note={[me.email, workspace.role === null ? shell.operator : shell.role[workspace.role]].join(" · ")}
          />
          <Row title={account.password} note={account.passwordSays}>
            <Button
              variant="default"
              renderRoot={(root) => <Link {...root} to="/set-password" search={{ back: "/settings/account" }} />}
            >
              {account.setPassword}
            </Button>
          </Row>
        </Rows>
      </section>
      <section className={classes.part}>
        <h3 className={classes.heading}>{account.look}</h3>
        <Rows label={account.look}>
          <Row title={shell.language}>
            <NativeSelect
              size="xs"
              aria-label={shell.language}
              value={language}
              onChange={({ currentTarget }) => speak(currentTarget.value as Language)}
              data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            />
          </Row>
          <Row title={shell.colours}>
            <SegmentedControl
              size="xs"
              aria-label={shell.colours}
              value={colorScheme}
              onChange={(value) => setColorScheme(value as Scheme)}
              data={(Object.keys(SCHEMES) as Scheme[]).map((value) => ({ value, label: shell[SCHEMES[value]] }))}
            />
          </Row>
        </Rows>
      </section>
      <section className={classes.part} id="notifications">
        <h3 className={classes.heading}>{account.notifications}</h3>
        <Text size="xs" c="dimmed" mb={6}>
          {workspace.role === null ? shell.toldAreMembers : account.notificationsSay}
        </Text>
        {workspace.role !== null && <NotifyProfile />}
      </section>
      <section className={classes.part}>
        <h3 className={classes.heading}>{account.sessions}</h3>
        <Text size="xs" c="dimmed" mb={6}>
          {account.sessionsSay}
        </Text>
        <Sessions />
      </section>
    </>
  );
}
