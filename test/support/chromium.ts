/** A headless Chromium out of an npm package, as like a person's as it can be. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher } from "playwright-core";

/** Made for functions in the cloud: one process for all pages, and pages that may do what in a person's browser they may not. */
const UNLIKE_A_PERSONS = [
  "--single-process",
  "--no-zygote",
  "--disable-web-security",
  "--allow-running-insecure-content",
];

export async function launchChromium(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !UNLIKE_A_PERSONS.includes(arg));
  const executablePath = await chromium.executablePath();
  return launcher.launch({ executablePath, args: [...args, "--no-sandbox"], headless: true });
}
