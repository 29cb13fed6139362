import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { builderConfig } from "../../../../build/dist/builder-config.ts";
import {
  feedName,
  readUpdateSource,
} from "../../../../electron/updates/update-source.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const { publicKey } = generateKeyPairSync("ed25519");
const updates = {
  address: "https://files.example/carnet/",
  publicKey: publicKey
    .export({ format: "der", type: "spki" })
    .toString("base64"),
};

/** A package as `npm run dist` makes it. */
function packaged(given: typeof updates | undefined, type: string | null) {
  const folder = temporaryFolder();
  const { extraMetadata } = builderConfig({
    ...{ version: "1.2.3", output: "/out", electron: "/electron" },
    electronVersion: "45.4.1",
    ...(given ? { updates: given } : {}),
  });
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify(extraMetadata),
  );
  if (type) writeFileSync(path.join(folder, "package-type"), type);
  return readUpdateSource({
    ...{ appPath: folder, resourcesPath: folder, platform: "linux" },
  });
}

test("an installed package says where from and whose signature counts", () => {
  const source = packaged(updates, "deb");
  expect(source?.address).toBe(updates.address);
  expect(source?.publicKey.equals(publicKey)).toBe(true);
});

test("a package made without a key, and an unpacked archive, do not replace themselves", () => {
  expect(packaged(undefined, "deb")).toBeNull();
  expect(packaged(updates, null)).toBeNull();
});

test("each system has a feed of its own", () => {
  expect(feedName("linux", "x64")).toBe("latest-linux.yml");
  expect(feedName("linux", "arm64")).toBe("latest-linux-arm64.yml");
  expect(feedName("win32", "x64")).toBe("latest.yml");
  expect(feedName("darwin", "arm64")).toBe("latest-mac.yml");
});
