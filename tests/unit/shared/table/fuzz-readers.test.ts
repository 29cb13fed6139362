import { expect, it } from "vitest";
import { fuzzReaders } from "../../../helpers/fuzz-readers.ts";

/** A machine that does much else besides takes its time over it. */
const PATIENCE_MS = 180_000;

it(
  "broken cards, tables and workbooks: no crash, no hang, every refusal with its reason",
  { timeout: PATIENCE_MS },
  () => {
    const { ok: _ok, ...read } = fuzzReaders({ inputs: 900, seed: 7 });
    expect(read.failures).toEqual([]);
    expect(read.inputs).toBe(900);
    // The files are nearly right: most of them still hold somebody, and some hold nobody any more.
    expect(read.contacts).toBeGreaterThan(300);
    expect(read.leftOut).toBeGreaterThan(30);
    expect(read.refused).toBeGreaterThan(12);
  },
);
