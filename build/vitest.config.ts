import { defineConfig } from "vitest/config";
import { LongestFirst } from "../tests/helpers/longest-first.ts";
import { define, root } from "./vite.common.ts";

const UNIT = [
  "unit",
  "property",
  "contract",
  "protocol",
  "migration",
  "simulation",
];

export default defineConfig({
  root,
  define,
  test: {
    environment: "node",
    setupFiles: ["tests/helpers/seed-properties.ts"],
    sequence: { sequencer: LongestFirst },
    // Planted faults are there to be wrong.
    exclude: ["tests/canary/**", "node_modules/**"],
    // Left alone it takes one fewer than there are processors, which is one of two.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: UNIT.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts"],
          globalSetup: ["tests/helpers/server-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          setupFiles: ["tests/helpers/own-screen.ts"],
          globalSetup: ["tests/helpers/empty-database.ts"],
          // A window waits more than it works: two files fill two processors. Each has a screen of its own.
          sequence: { groupOrder: 1 },
          // A real window on a shared machine: tried once more, and the report says that it was.
          retry: 1,
          // As long as a locator waits: vitest's own second is short for a busy machine.
          expect: { poll: { timeout: 30_000 } },
          // For what hangs, not for what is slow: a busy machine takes three times as long.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
