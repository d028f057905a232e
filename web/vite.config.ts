/** Builds the app into dist/web; `npm run dev:web` serves it as it is written, beside a server that answers the API. */
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { defineConfig } from "vite";
import { NONCE_PLACE } from "../src/http/web-nonce.ts";

const ELEMENT = "muster-import";
const server = process.env.MUSTER_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  html: { cspNonce: NONCE_PLACE },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // Files that are small enough would become data: addresses, which the policy of the page forbids for scripts and fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rollupOptions: {
      input: {
        app: join(import.meta.dirname, "index.html"),
        // The wizard in pages of other products: what stands in the frame, and the element, whose address is the same for ever.
        frame: join(import.meta.dirname, "embed", "frame.html"),
        [ELEMENT]: join(import.meta.dirname, "embed", "muster-import.ts"),
      },
      output: {
        entryFileNames: ({ name }) => (name === ELEMENT ? "embed/[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
});
