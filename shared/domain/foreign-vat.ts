import * as at from "stdnum/lib/cjs/at/uid.js";
import * as be from "stdnum/lib/cjs/be/vat.js";
import * as bg from "stdnum/lib/cjs/bg/vat.js";
import * as cy from "stdnum/lib/cjs/cy/vat.js";
import * as cz from "stdnum/lib/cjs/cz/dic.js";
import * as de from "stdnum/lib/cjs/de/vat.js";
import * as dk from "stdnum/lib/cjs/dk/cvr.js";
import * as ee from "stdnum/lib/cjs/ee/kmkr.js";
import * as es from "stdnum/lib/cjs/es/nif.js";
import * as fi from "stdnum/lib/cjs/fi/alv.js";
import * as fr from "stdnum/lib/cjs/fr/tva.js";
import * as gb from "stdnum/lib/cjs/gb/vat.js";
import * as gr from "stdnum/lib/cjs/gr/vat.js";
import * as hr from "stdnum/lib/cjs/hr/oib.js";
import * as hu from "stdnum/lib/cjs/hu/anum.js";
import * as ie from "stdnum/lib/cjs/ie/vat.js";
import * as it from "stdnum/lib/cjs/it/iva.js";
import * as lt from "stdnum/lib/cjs/lt/pvm.js";
import * as lu from "stdnum/lib/cjs/lu/tva.js";
import * as lv from "stdnum/lib/cjs/lv/pvn.js";
import * as mt from "stdnum/lib/cjs/mt/vat.js";
import * as nl from "stdnum/lib/cjs/nl/btw.js";
import * as pl from "stdnum/lib/cjs/pl/nip.js";
import * as pt from "stdnum/lib/cjs/pt/nif.js";
import * as ro from "stdnum/lib/cjs/ro/cui.js";
import * as se from "stdnum/lib/cjs/se/vat.js";
import * as si from "stdnum/lib/cjs/si/ddv.js";
import * as sk from "stdnum/lib/cjs/sk/dph.js";

interface Rule {
  validate(number: string): {
    readonly isValid: boolean;
    readonly error?: Error;
  };
}

/** By the letters that a number begins with; Greece is `EL` there and `GR` everywhere else. */
const rules: Readonly<Record<string, Rule>> = {
  AT: at,
  BE: be,
  BG: bg,
  CY: cy,
  CZ: cz,
  DE: de,
  DK: dk,
  EE: ee,
  EL: gr,
  ES: es,
  FI: fi,
  FR: fr,
  GB: gb,
  HR: hr,
  HU: hu,
  IE: ie,
  IT: it,
  LT: lt,
  LU: lu,
  LV: lv,
  MT: mt,
  NL: nl,
  PL: pl,
  PT: pt,
  RO: ro,
  SE: se,
  SI: si,
  SK: sk,
};

export type ForeignVat =
  | { readonly kind: "ok" | "check-digit"; readonly value: string }
  | { readonly kind: "pattern" };

/** The letters of a country's VAT numbers, `DE`; null for a country whose numbers nobody can check here. */
export function vatPrefixOf(country: string): string | null {
  const prefix = country === "GR" ? "EL" : country;
  return Object.hasOwn(rules, prefix) ? prefix : null;
}

/**
 * A European VAT number by its country's own rule: with or without the letters and the punctuation typed, stored as
 * `DE136695976`. `text` in upper case.
 */
export function checkForeignVat(text: string, prefix: string): ForeignVat {
  const digits = text.replace(/[\s./*+-]/g, "");
  const letters = digits.slice(0, 2);
  const typed = letters === prefix ? prefix : vatPrefixOf(letters);
  // Another country's number is none of this one's (LOC-3), and gets no second pair of letters.
  if (typed !== null && typed !== prefix) {
    const theirs = checkForeignVat(digits, typed);
    if (theirs.kind !== "pattern") return { kind: "pattern" };
  }
  const bare = typed === prefix ? digits.slice(prefix.length) : digits;
  const value = prefix + bare;
  if (bare === "") return { kind: "pattern" };
  // Without the letters: not every rule of the library knows its own.
  const verdict = rules[prefix]?.validate(bare);
  if (verdict === undefined || verdict.isValid) return { kind: "ok", value };
  return verdict.error?.name === "InvalidChecksum"
    ? { kind: "check-digit", value }
    : { kind: "pattern" };
}
