import { z } from "zod";
import { request } from "./request.ts";

/** Where the data key comes from. `locked`: a passphrase is needed (`first`: none has been chosen yet). */
export const VaultState = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("open"),
    storeKey: z.instanceof(Uint8Array),
    protectedBy: z.enum(["keystore", "passphrase"]),
    /** There is a recovery code, which opens it too. */
    recovery: z.boolean(),
  }),
  /** `by` the keystore only after a lock: then it opens as soon as the person wants it. */
  z.object({
    kind: z.literal("locked"),
    first: z.boolean(),
    by: z.enum(["keystore", "passphrase"]),
    recovery: z.boolean(),
  }),
  z.object({ kind: z.literal("wrong-passphrase") }),
  z.object({ kind: z.literal("wrong-code") }),
  /**
   * The key is there but cannot be had: the system's keystore that wrapped it does not answer, or the vault's file is
   * damaged or gone while sealed data is not. Nothing is changed and no new key is made.
   */
  z.object({
    kind: z.literal("unavailable"),
    reason: z.enum(["keystore-missing", "damaged"]),
    recovery: z.boolean(),
  }),
  /** The server revoked this device: the key is destroyed, and with it `unsent` entries that nobody else has. */
  z.object({ kind: z.literal("erased"), unsent: z.int() }),
]);
export type VaultState = z.infer<typeof VaultState>;

/** What became of the wish to have the notebook opened in another way. */
export const Protection = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("done"),
    protectedBy: z.enum(["keystore", "passphrase"]),
  }),
  z.object({
    status: z.enum(["wrong-passphrase", "no-keystore", "failed"]),
  }),
]);
export type Protection = z.infer<typeof Protection>;

const Passphrase = z.string().min(8).max(1000);
const nothing = z.undefined();

export const vaultRequests = {
  /** Opens the vault with the keystore, or says that a passphrase is needed. */
  "vault/open": request(nothing, VaultState),
  /** Null: with the keystore, after a lock. */
  "vault/unlock": request(
    z.strictObject({ passphrase: Passphrase.nullable() }),
    VaultState,
  ),
  /** With the recovery code; from then on the new passphrase opens it. */
  "vault/recover": request(
    z.strictObject({ code: z.string().max(100), passphrase: Passphrase }),
    VaultState,
  ),
  /** Closes everything, forgets the key and loads the page again. */
  "vault/lock": request(nothing, z.object({})),
  /** Another passphrase, or (null) the keystore; `present` where a passphrase is the present one. */
  "vault/protect": request(
    z.strictObject({
      passphrase: Passphrase.nullable(),
      present: z.string().max(1000).nullable(),
    }),
    Protection,
  ),
  /** A new recovery code; it opens nothing before it is kept. */
  "vault/new-recovery": request(nothing, z.object({ code: z.string() })),
  /** The last letters of the new code, as a sign that the person has it. */
  "vault/keep-recovery": request(
    z.strictObject({ typed: z.string().max(100) }),
    z.object({ kept: z.boolean() }),
  ),
  /** After `erased`: a new notebook with a new key, as on the first day. Load the page again afterwards. */
  "vault/start-afresh": request(nothing, z.object({})),
} as const;
