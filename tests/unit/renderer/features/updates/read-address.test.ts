import { expect, test } from "vitest";
import { readAddress } from "../../../../../renderer/features/updates/read-address.ts";

test("what is taken as an address for updates is what the app looks at: https, or http on this machine", () => {
  expect(readAddress("")).toBe("");
  expect(readAddress("https://files.example/carnet")).toBe(
    "https://files.example/carnet/",
  );
  expect(readAddress("http://127.0.0.1:8080/")).toBe("http://127.0.0.1:8080/");
  for (const bad of [
    "http://files.example/carnet/",
    "files.example",
    "mailto:me@files.example",
    "https://files.example/?a=b",
  ])
    expect([bad, readAddress(bad)]).toEqual([bad, null]);
});
