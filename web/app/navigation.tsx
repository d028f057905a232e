/** The navigation: where one can go, which workspace it is, what one was told, and who one is. */
import { Kbd, NavLink, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words-provider.tsx";
import { openCommands } from "./command-key.tsx";
import { Icon } from "./icon.tsx";
import classes from "./navigation.module.css";
import { NotificationsBell } from "./notifications-bell.tsx";
import { PAGES } from "./pages.ts";
import { PersonMenu } from "./person-menu.tsx";
import { useLabel } from "./workspace-context.ts";
import { WorkspaceMenu } from "./workspace-menu.tsx";

type Props = {
  /** On a narrow screen, where the navigation lies over the page. */
  readonly isOpen: boolean;
  readonly close: () => void;
};

export function Navigation({ isOpen, close }: Props) {
  const { shell } = useWords();
  const label = useLabel();
  return (
    <>
      <div className={classes.top}>
        <WorkspaceMenu isOpen={isOpen} close={close} />
        <UnstyledButton className={classes.search ?? ""} onClick={openCommands}>
          <Icon name="search" size={14} />
          <span className={classes.words}>{shell.search}</span>
          <Kbd size="xs">Ctrl K</Kbd>
        </UnstyledButton>
      </div>
      <div className={classes.links}>
        {PAGES.map(({ to, icon, name, label: labelName }) => (
          <NavLink
            key={to}
            className={classes.link ?? ""}
            component={Link}
            to={to}
            label={labelName ? label(labelName, shell[name]) : shell[name]}
            leftSection={<Icon name={icon} />}
            activeProps={{ "data-active": "true", "aria-current": "page" }}
          />
        ))}
      </div>
      <div className={classes.bottom}>
        <NotificationsBell />
        <PersonMenu />
      </div>
    </>
  );
}
