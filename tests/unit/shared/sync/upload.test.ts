import { expect, test } from "vitest";
import {
  uploadFile,
  type UploadAnswer,
} from "../../../../shared/sync/upload.ts";

const PACE = { first: 4, least: 1, most: 8, goodMs: 4_000, now: () => 0 };
const file = {
  ...{ sha256: "ab", bytes: 10 },
  read: async (from: number, to: number) =>
    Uint8Array.from({ length: to - from }, (_, i) => from + i),
};

/** A server that answers as told, one after the other. */
function line(answers: readonly (readonly [string, UploadAnswer])[]) {
  const left = [...answers];
  const next = async (what: string) => {
    const [wanted, answer] = left.shift() ?? ["nothing more", at(0)];
    expect(what).toBe(wanted);
    return answer;
  };
  return {
    left,
    find: () => next("find"),
    create: () => next("create"),
    append: (offset: number, bytes: Uint8Array) =>
      next(`append ${offset}+${bytes.length}`),
  };
}

const at = (received: number, bytes = 10): UploadAnswer => ({
  status: "ok",
  body: { bytes, received, stored: false },
});
const stored: UploadAnswer = {
  status: "ok",
  body: { bytes: 10, received: 10, stored: true },
};
const refused = (http: number): UploadAnswer => ({
  ...{ status: "refused", http, code: "" },
});

test("an upload goes on from where the server stands, in growing pieces, until it is called whole", async () => {
  const server = line([
    ["find", at(1)],
    ["append 1+4", at(5)],
    ["append 5+5", stored],
  ]);
  expect(await uploadFile(server, file, PACE)).toEqual(stored);
  expect(server.left).toEqual([]);
});

test("one that another device began with a wrong length begins anew, and is not taken for whole", async () => {
  const server = line([
    ["find", at(9, 99)],
    ["create", at(0)],
    ["append 0+4", at(4)],
    ["append 4+6", stored],
  ]);
  expect(await uploadFile(server, file, PACE)).toEqual(stored);
  expect(server.left).toEqual([]);
});

test("all its bytes there and never called whole is no success and no endless loop", async () => {
  const asked = Array.from({ length: 6 }, () => [
    ["find", at(10)] as const,
    ["append 10+0", at(10)] as const,
  ]);
  const server = line(asked.flat());
  expect(await uploadFile(server, file, PACE)).toEqual(at(10));
  expect(server.left).toEqual([]);
});

test("what stands elsewhere or was damaged on the way is asked for again, a few times", async () => {
  const steady = { ...PACE, goodMs: 1 };
  const once = [
    ["find", at(0)] as const,
    ["append 0+4", refused(460)] as const,
  ];
  const server = line([
    ...once,
    ["find", refused(404)],
    ["create", at(0)],
    ["append 0+4", refused(409)],
    ["find", stored],
  ]);
  expect(await uploadFile(server, file, steady)).toEqual(stored);
  const never = line(Array.from({ length: 6 }, () => once).flat());
  expect(await uploadFile(never, file, steady)).toEqual(refused(460));
  expect(never.left).toEqual([]);
});
