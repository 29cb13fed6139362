import path from "node:path";
import { expect, test } from "vitest";
import { checkBoundaries } from "../../../build/check-boundaries.ts";

const canary = path.resolve(import.meta.dirname, "../../canary/boundaries");

/** Every file of the canary tree with a fault in it; all others are sound and must stay unmentioned. */
const PLANTED = [
  "build/fault-bootstrap.mjs: package",
  "electron/fault-package.ts: package",
  "electron/fault-renderer.ts: arrow",
  "electron/fault-server.ts: arrow",
  "electron/fault-tests.ts: tests",
  "electron/preload.ts: arrow",
  "renderer/app/fault-electron.tsx: package",
  "renderer/app/fault-store.tsx: arrow",
  "renderer/elsewhere/fault-place.ts: unknown place",
  "renderer/features/contacts/fault-engine.tsx: arrow",
  "renderer/features/contacts/fault-feature.tsx: feature",
  "renderer/features/contacts/fault-rxdb.tsx: package",
  "renderer/features/contacts/fault-worker.tsx: arrow",
  "renderer/i18n/fault-arrow.ts: arrow",
  "renderer/local-store/fault-arrow.ts: arrow",
  "renderer/pages/fault-arrow.tsx: arrow",
  "renderer/platform/fault-arrow.ts: arrow",
  "renderer/sync/fault-node.ts: node module",
  "renderer/ui/fault-arrow.tsx: arrow",
  "renderer/ui/index.ts: barrel",
  "server/fault-cycle-a.ts: cycle",
  "server/fault-electron.ts: arrow",
  "server/fault-extension.ts: not found",
  "server/fault-parse.ts: does not parse",
  "server/fault-store.ts: package",
  "shared/core/fault-arrow.ts: arrow",
  "shared/core/fault-node.ts: node module",
  "shared/core/fault-package.ts: package",
  "shared/core/fault-stdnum.ts: package",
  "shared/directory/fault-arrow.ts: arrow",
  "shared/domain/fault-arrow.ts: arrow",
  "shared/domain/fault-type.ts: arrow",
  "shared/entities/fault-arrow.ts: arrow",
  "shared/entities/migrations/fault-alone.ts: arrow",
  "shared/entities/migrations/fault-arrow.ts: arrow",
  "shared/ipc/fault-arrow.ts: arrow",
  "shared/sync/fault-arrow.ts: arrow",
];

test("every planted fault is found, and nothing else", () => {
  const found = checkBoundaries(canary).map(
    ({ file, rule }) => `${file}: ${rule}`,
  );
  expect(found.toSorted()).toEqual(PLANTED);
});

test("a tree without sources is a failure", () => {
  const empty = path.join(canary, "shared/core/result.ts/nowhere");
  expect(checkBoundaries(empty).map(({ rule }) => rule)).toEqual(["no files"]);
});
