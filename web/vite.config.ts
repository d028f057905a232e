/** Builds the app into dist/web; `npm run dev:web` serves it as it is written, beside a server that answers the API. */
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { defineConfig } from "vite";
import { NONCE_PLACE } from "../src/http/web-nonce.ts";

const ELEMENT = "muster-import";
const server = process.env.MUSTER_SERVER ?? "http://127.0.0.1:3000";

/** A browser fetches few files sooner than many, and they are a tenth smaller together. */
const GROUPS = [
  { name: "app", tags: ["$initial" as const], priority: 3 },
  { name: "list", test: /web\/contacts\/contacts-page/, priority: 2 },
  { name: "beside", test: /web\/app\/opened-(menu|popover)/, priority: 1 },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  html: { cspNonce: NONCE_PLACE },
  build: {
    outDir: "../dist/web",
    target: "es2023",
    // Files that are small enough would become data: addresses, which the policy of the page forbids for scripts and fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    // The core does nothing when it is loaded: what of it no page uses, such as the catalogue of problems, stays away.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes("/src/core/") } },
  },
  // Each is built by itself: what they share would otherwise be cut into many small files, and the app's first page wait for them.
  builder: {},
  environments: {
    client: { build: { emptyOutDir: true, rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } } } },
    // The wizard in pages of other products: what stands in its frame, and the element, whose address never changes.
    embed: {
      consumer: "client",
      build: {
        emptyOutDir: false,
        // One file: every step of the wizard is gone through.
        chunkSizeWarningLimit: 1000,
        rollupOptions: {
          input: {
            frame: join(import.meta.dirname, "embed", "frame.html"),
            [ELEMENT]: join(import.meta.dirname, "embed", "muster-import.ts"),
          },
          output: {
            entryFileNames: ({ name }) => (name === ELEMENT ? "embed/[name].js" : "assets/[name]-[hash].js"),
          },
        },
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
});
