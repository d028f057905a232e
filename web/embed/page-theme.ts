/**
 * The app's theme in the colours and forms of the page around it. Values come from that page, so that none of them is taken as
 * it is: a colour is what the browser paints for it, a font and a radius have the signs of one. The accent is darkened until
 * white text on it, and it as text on white, can be read (4.5:1).
 */
import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from "@mantine/core";
import { cssVariables, theme } from "../app/theme.ts";
import type { Look } from "./messages.ts";

type Colour = readonly [red: number, green: number, blue: number];

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
/** Somewhat more than 4.5: it also stands on a tint of itself. */
const LEAST_CONTRAST = 5.5;
/** Shares of white in the shades before the accent itself, the seventh, and of black in those behind it. */
const LIGHTER = [0.92, 0.84, 0.68, 0.52, 0.38, 0.25, 0.12];
const DARKER = [0.12, 0.26];

export function pageTheme({ accent, font, radius }: Look): MantineThemeOverride {
  const colour = accent === undefined ? null : painted(accent);
  return {
    ...theme,
    ...(colour === null ? {} : { colors: { ...theme.colors, accent: shadesOf(colour) } }),
    ...(font !== undefined && FONT.test(font) ? { fontFamily: font } : {}),
    ...(radius !== undefined && RADIUS.test(radius) ? { defaultRadius: radius } : {}),
  };
}

export function pageVariables(look: Look): CSSVariablesResolver {
  const own = ownVariables(look);
  const accented = look.accent === undefined ? {} : { "--muster-chosen": CHOSEN };
  return (resolved) => {
    const { light, dark, ...rest } = cssVariables(resolved);
    return {
      ...rest,
      light: { ...light, ...accented, ...anchor("var(--mantine-color-accent-8)", look), ...own },
      dark: { ...dark, ...accented, ...anchor("var(--mantine-color-accent-2)", look), ...own },
    };
  };
}

const FONT = /^[\w\s,"'-]{1,300}$/;
const RADIUS = /^\d{1,3}(\.\d+)?(px|rem|em)$/;

const CHOSEN = "color-mix(in srgb, var(--mantine-color-accent-8) 12%, var(--mantine-color-body))";

const anchor = (value: string, { accent }: Look) => (accent === undefined ? {} : { "--mantine-color-anchor": value });

/** What lies between text and background follows from the two. */
function ownVariables({ background, text, line }: Look): Readonly<Record<string, string>> {
  const [ground, ink, rule] = [background, text, line].map((value) => (value === undefined ? null : painted(value)));
  const mixes: Record<string, string> = {};
  if (ground) mixes["--mantine-color-body"] = mixes["--mantine-color-default"] = hex(ground);
  if (ink) mixes["--mantine-color-text"] = mixes["--mantine-color-default-color"] = hex(ink);
  if (ground && ink) {
    const between = (share: number): string => hex(mixed(ground, ink, share));
    mixes["--mantine-color-dimmed"] = between(0.75);
    mixes["--mantine-color-placeholder"] = between(0.7);
    mixes["--mantine-color-default-border"] = between(0.25);
    mixes["--muster-under"] = between(0.03);
    mixes["--muster-hover"] = mixes["--mantine-color-default-hover"] = between(0.06);
    mixes["--muster-line"] = between(0.13);
  }
  if (rule) mixes["--muster-line"] = mixes["--mantine-color-default-border"] = hex(rule);
  return mixes;
}

/** As the browser paints it, whatever way it is written in; null = it is no colour. */
function painted(text: string): Colour | null {
  if (!CSS.supports("color", text)) return null;
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  if (context === null) return null;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function shadesOf(colour: Colour): MantineColorsTuple {
  let accent = colour;
  while (contrast(accent, WHITE) < LEAST_CONTRAST) accent = mixed(accent, BLACK, 0.04);
  const shades = [
    ...LIGHTER.map((share) => mixed(accent, WHITE, share)),
    accent,
    ...DARKER.map((share) => mixed(accent, BLACK, share)),
  ];
  return shades.map(hex) as unknown as MantineColorsTuple;
}

const mixed = (one: Colour, other: Colour, share: number): Colour => {
  const at = (place: 0 | 1 | 2): number => one[place] + (other[place] - one[place]) * share;
  return [at(0), at(1), at(2)];
};

const hex = (colour: Colour): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** WCAG 2.2, contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
