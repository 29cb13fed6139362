import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDeviceFile } from "../../../../electron/server/device-file.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { CONNECTION } from "./fake-server.ts";

const key = randomBytes(32);
const device = { connection: CONNECTION, refresh: "a secret token" };

test("what was written comes back, and nothing of it is readable on disk", async () => {
  const name = path.join(temporaryFolder(), "device.sealed");
  await openDeviceFile(name, key).write(device);
  expect(await openDeviceFile(name, key).read()).toEqual(device);
  const bytes = readFileSync(name, "latin1");
  expect(bytes).not.toContain("secret");
  expect(bytes).not.toContain("example.test");
});

test("without a file, with another key or a damaged file there is no device", async () => {
  const name = path.join(temporaryFolder(), "device.sealed");
  expect(await openDeviceFile(name, key).read()).toBeNull();
  await openDeviceFile(name, key).write(device);
  expect(await openDeviceFile(name, randomBytes(32)).read()).toBeNull();
  writeFileSync(name, "short");
  expect(await openDeviceFile(name, key).read()).toBeNull();
});

test("removed twice is removed", async () => {
  const file = openDeviceFile(
    path.join(temporaryFolder(), "device.sealed"),
    key,
  );
  await file.write(device);
  await file.remove();
  await file.remove();
  expect(await file.read()).toBeNull();
});
