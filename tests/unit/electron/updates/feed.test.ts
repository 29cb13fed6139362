import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import {
  openFeed,
  readFeed,
  Tampered,
} from "../../../../electron/updates/feed.ts";
import { updateFolder } from "../../../../shared/ipc/updates.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const sound = {
  version: "0.2.0",
  releaseDate: "2026-11-29T08:00:00.000Z",
  files: [
    {
      url: "carnet_0.2.0_amd64.deb",
      sha512: Buffer.alloc(64, 7).toString("base64"),
      size: 100,
    },
  ],
  notes: { en: "- Something new" },
};
const bytesOf = (feed: unknown) => Buffer.from(JSON.stringify(feed));
const signed = (bytes: Buffer, key = privateKey) =>
  sign(null, bytes, key).toString("base64");

test("a feed counts when it is signed by who made the package", () => {
  const bytes = bytesOf(sound);
  expect(openFeed(bytes, `${signed(bytes)}\n`, publicKey)).toEqual(sound);
});

test("a byte changed, another's signature, half of one or none: refused before it is read", () => {
  const bytes = bytesOf(sound);
  const stranger = generateKeyPairSync("ed25519").privateKey;
  const changed = bytesOf({ ...sound, version: "0.3.0" });
  for (const [feed, signature] of [
    [changed, signed(bytes)],
    [bytes, signed(bytes, stranger)],
    [bytes, signed(bytes).slice(0, 40)],
    [bytes, ""],
    [Buffer.from("{ no feed"), signed(bytes)],
  ] as const)
    expect(() => openFeed(feed, signature, publicKey)).toThrow(Tampered);
});

test("a package lies beside its feed and nowhere else, signed or not", () => {
  for (const url of ["../carnet.deb", "https://elsewhere/a.deb", "/a.deb"]) {
    const bytes = bytesOf({ ...sound, files: [{ ...sound.files[0], url }] });
    expect(() => openFeed(bytes, signed(bytes), publicKey)).toThrow();
  }
});

test("feed and signature come from the folder, and an answer that is none is no feed", async () => {
  const bytes = bytesOf(sound);
  const files = new Map([
    ["https://files.example/carnet/latest-linux.yml", bytes],
    [
      "https://files.example/carnet/latest-linux.yml.sig",
      Buffer.from(signed(bytes)),
    ],
  ]);
  const asked = {
    fetch: async (url: string) => {
      const found = files.get(url);
      return new Response(found, { status: found ? 200 : 404 });
    },
    ...{ folder: "https://files.example/carnet/", key: publicKey },
  };
  const name = "latest-linux.yml";
  expect(await readFeed({ ...asked, name })).toEqual(sound);
  await expect(readFeed({ ...asked, name: "latest.yml" })).rejects.toThrow(
    "HTTP 404",
  );
});

test("a server that sends without end is left in the middle of it", async () => {
  let sent = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 64_000;
          // What is never left takes all memory there is; here it ends the test.
          if (sent > 5_000_000) controller.close();
          else controller.enqueue(new Uint8Array(64_000));
        },
      }),
    );
  await expect(
    readFeed({
      fetch: async () => endless(),
      ...{ folder: "https://files.example/", name: "a.yml", key: publicKey },
    }),
  ).rejects.toThrow("too long");
  expect(sent).toBeLessThan(1_000_000);
});

test("an address is an https folder, or one on this machine", () => {
  expect(updateFolder("https://files.example/carnet")).toBe(
    "https://files.example/carnet/",
  );
  expect(updateFolder(" http://127.0.0.1:8080/ ")).toBe(
    "http://127.0.0.1:8080/",
  );
  for (const bad of [
    "",
    "files.example",
    "http://files.example/",
    "file:///srv/carnet/",
    "https://me:secret@files.example/",
    "https://files.example/?a=b",
    "http://127.evil.example/",
  ])
    expect([bad, updateFolder(bad)]).toEqual([bad, null]);
});
