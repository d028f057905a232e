/** How the app looks: one accent colour, the system's font, small controls. Every text colour keeps 4.5:1 on what it stands on. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#eef3fd",
  "#dbe5fa",
  "#b4c9f3",
  "#8aabed",
  "#6791e8",
  "#4d7de4",
  "#3b70de",
  "#2f5fd0",
  "#2754ba",
  "#1b46a2",
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 8 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  headings: {
    sizes: { h1: { fontSize: "1.25rem", lineHeight: "1.4" }, h2: { fontSize: "1.0625rem", lineHeight: "1.4" } },
  },
  defaultRadius: "sm",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "xs" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    TextInput: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "xs" } },
    Select: { defaultProps: { size: "xs" } },
    TagsInput: { defaultProps: { size: "xs" } },
    Badge: { defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    // The first item has the focus, as in other menus; a placeholder with the focus would be none of the menu's items.
    Menu: { defaultProps: { shadow: "md", radius: "sm", withInitialFocusPlaceholder: false } },
    // The page scrolls inside of itself. Holding it would take a style without a nonce, which the page's policy forbids.
    // Their head is not another head of the page.
    Modal: { defaultProps: { radius: "sm", lockScroll: false, attributes: { header: { role: "presentation" } } } },
    Drawer: { defaultProps: { lockScroll: false, attributes: { header: { role: "presentation" } } } },
    Anchor: { defaultProps: { underline: "hover" } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#596069",
    "--mantine-color-placeholder": "#6b727b",
    "--mantine-color-anchor": "#2754ba",
    "--mantine-color-body": "#ffffff",
    "--muster-line": "#e4e7eb",
    "--muster-under": "#f7f8fa",
    "--muster-hover": "#f1f4f9",
    "--muster-chosen": "#e8effc",
    "--muster-good": "#1b7a3e",
    "--muster-bad": "#c02a2a",
    "--muster-warn": "#8a5a00",
  },
  dark: {
    "--mantine-color-dimmed": "#a3aab4",
    "--mantine-color-placeholder": "#8f97a2",
    "--mantine-color-anchor": "#8aabed",
    "--mantine-color-body": "#16181c",
    "--mantine-color-text": "#dfe3e8",
    "--mantine-color-default": "#1f2227",
    "--mantine-color-default-border": "#383d45",
    "--mantine-color-default-hover": "#272b31",
    "--muster-line": "#2b2f36",
    "--muster-under": "#1b1d22",
    "--muster-hover": "#22262c",
    "--muster-chosen": "#1f2d49",
    "--muster-good": "#5fc98a",
    "--muster-bad": "#ff8a8a",
    "--muster-warn": "#e5b567",
  },
});
