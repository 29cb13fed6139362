/**
 * What crosses the process boundary for every request. Electron keeps only the message of an error that a handler
 * throws, so a refusal travels as data and the preload script makes the error of it.
 */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly kind: RefusalKind;
      readonly message: string;
    };

/** `untrusted`: not our page. `bad-input`: the contract's schema refused it. `failed`: the handler threw. */
export type RefusalKind = "untrusted" | "bad-input" | "failed";
