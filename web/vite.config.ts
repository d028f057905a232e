/** Builds the app into dist/web; `npm run dev:web` serves it as it is written, beside a server that answers the API. */
import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { defineConfig } from "vite";
import { NONCE_PLACE } from "../src/http/web-nonce.ts";

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
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // A browser fetches few files sooner than many, and they are a tenth smaller together.
            { name: "app", tags: ["$initial"], priority: 3 },
            { name: "list", test: /web\/contacts\/contacts-page/, priority: 2 },
            { name: "beside", test: /web\/app\/opened-(menu|popover)/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
});
