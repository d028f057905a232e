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

/** A graphics card that is only imitated paints the same pages for several times the work of the processor. */
const IMITATED_CARD = [
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

export async function launchChromium(): Promise<Browser> {
  const unwanted = [...UNLIKE_A_PERSONS, ...IMITATED_CARD];
  const args = chromium.args.filter((arg) => !unwanted.includes(arg));
  const executablePath = await chromium.executablePath();
  return launcher.launch({ executablePath, args: [...args, "--no-sandbox", "--disable-gpu"], headless: true });
}
