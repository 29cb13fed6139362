import { expect, it } from "vitest";
import { fuzzReaders } from "../../../helpers/fuzz-readers.ts";

it("broken cards, tables and workbooks: no crash, no hang, every refusal with its reason", () => {
  const { ok: _ok, ...read } = fuzzReaders({ inputs: 1_500, seed: 7 });
  expect(read.failures).toEqual([]);
  expect(read.inputs).toBe(1_500);
  // The files are nearly right: most of them still hold somebody, and some hold nobody any more.
  expect(read.contacts).toBeGreaterThan(500);
  expect(read.leftOut).toBeGreaterThan(50);
  expect(read.refused).toBeGreaterThan(20);
});
