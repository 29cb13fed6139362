import { z } from "zod";
import { Id } from "../entities/fields.ts";
import { request } from "./request.ts";

/** What is behind the key as a whole, its readable copy, and what is kept outside of that. */

/** Whether what is behind the key can be used. In the other cases nothing of it has been touched. */
export const NotebookState = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  /** Written by a later version; `unsent` entries can be exported. */
  z.object({ kind: z.literal("newer-version"), unsent: z.int() }),
  z.object({ kind: z.literal("failed"), details: z.string() }),
]);
export type NotebookState = z.infer<typeof NotebookState>;

/** `file`: where it is now. */
export const ExportResult = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), file: z.string() }),
  z.object({ status: z.literal("canceled") }),
  z.object({ status: z.literal("failed") }),
]);
export type ExportResult = z.infer<typeof ExportResult>;

const nothing = z.undefined();
/** Which snapshot is being written. */
const Token = z.int().min(1);

export const notebookRequests = {
  /** To be asked once the vault is open. */
  "notebook/state": request(nothing, NotebookState),
  /** Asks the person for a file, and writes what is unsent or refused into it, in clear. */
  "notebook/export-unsent": request(nothing, ExportResult),
  /** The readable copy is damaged: sets it aside and loads the page again, which makes a new one. */
  "store/set-aside": request(nothing, z.object({})),
  /** What is known here of the readable copy: its mark, and the snapshots of it, newest first. */
  "store/known": request(
    nothing,
    z.object({ mark: z.string().nullable(), snapshots: z.array(z.string()) }),
  ),
  "store/mark": request(z.strictObject({ mark: z.uuid() }), z.object({})),
  /** A half-typed form, once more outside the readable copy; null = saved or thrown away. */
  "drafts/keep": request(
    z.strictObject({ id: Id, draft: z.json() }),
    z.object({}),
  ),
  "drafts/kept": request(nothing, z.object({ drafts: z.array(z.json()) })),
  /**
   * A copy of what the server has confirmed, piece by piece; of use once it could be read back whole. With the next one
   * that is begun this one is given up.
   */
  "snapshots/begin": request(nothing, z.object({ token: Token })),
  "snapshots/add": request(
    z.strictObject({ token: Token, text: z.string().max(30_000_000) }),
    z.object({}),
  ),
  "snapshots/finish": request(
    z.strictObject({ token: Token }),
    z.object({ whole: z.boolean() }),
  ),
  "snapshots/read": request(
    z.strictObject({ name: z.string().max(60), piece: z.int().min(0) }),
    z.object({ text: z.string().nullable() }),
  ),
} as const;
