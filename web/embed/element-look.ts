/** The page's own colours and forms, out of the CSS variables that reach the element, as the page would show them there. */
import type { Dressed, Look, Scheme } from "./messages.ts";

const COLOURS = ["accent", "background", "text", "line"] as const satisfies readonly (keyof Look)[];
const FORMS = ["radius", "font"] as const satisfies readonly (keyof Look)[];

/** @param root of the element's own, in which nothing is seen of what is tried out */
export function dressedAs(element: HTMLElement, root: ShadowRoot): Dressed {
  const style = getComputedStyle(element);
  const isSaid = (name: string): boolean => style.getPropertyValue(`--muster-${name}`).trim() !== "";
  const probe = root.appendChild(document.createElement("span"));
  probe.hidden = true;
  // Whatever a colour is written with (other variables, light-dark(), oklch) is settled here: the frame knows none of it.
  const colours = COLOURS.filter(isSaid).map((name) => {
    probe.style.color = `var(--muster-${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  const forms = FORMS.filter(isSaid).map((name) => [name, style.getPropertyValue(`--muster-${name}`).trim()] as const);
  return { look: Object.fromEntries([...colours, ...forms]), scheme: schemeOf(element, style.colorScheme) };
}

/** As it is said, else as the page around it is: one that says nothing of dark is a light one. */
function schemeOf(element: HTMLElement, ofPage: string): Scheme {
  const said = element.getAttribute("scheme");
  if (said === "light" || said === "dark") return said;
  const [light, dark] = ["light", "dark"].map((word) => ofPage.split(" ").includes(word));
  if (light && dark) return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return dark ? "dark" : "light";
}
