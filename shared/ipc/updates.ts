import { z } from "zod";
import { request } from "./request.ts";

const Folder = z
  .url({ normalize: true })
  .regex(
    /^(https:\/\/[^/@]+|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?)\/[^?#]*$/,
  );

/**
 * The folder that holds the feed, with a slash at its end: https anywhere, http on this machine only. Null for what is no
 * such address.
 */
export function updateFolder(typed: string): string | null {
  const { data } = Folder.safeParse(typed);
  return data === undefined ? null : data.replace(/\/?$/, "/");
}

/** What a release server says of its newest version, in `latest-linux.yml` (`latest.yml`, `latest-mac.yml`), signed. */
export const UpdateFeed = z.object({
  version: z
    .string()
    .max(40)
    .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/),
  releaseDate: z.iso.datetime(),
  files: z
    .array(
      z.object({
        /** Beside the feed: a plain file name, never a way to somewhere else. */
        url: z
          .string()
          .max(120)
          .regex(/^\w[\w.~-]*$/),
        sha512: z.base64().length(88),
        size: z.int().min(1),
      }),
    )
    .min(1)
    .max(20),
  /** What is new, by language; English is always there. */
  notes: z.object({
    en: z.string().max(20_000),
    "fr-CH": z.string().max(20_000).optional(),
    "de-CH": z.string().max(20_000).optional(),
    "it-CH": z.string().max(20_000).optional(),
  }),
});
export type UpdateFeed = z.infer<typeof UpdateFeed>;

const Found = { version: z.string(), notes: UpdateFeed.shape.notes };

export const UpdateState = z.discriminatedUnion("kind", [
  /**
   * `unsupported`: this copy cannot replace itself (an archive, a development build, a package without a key for
   * updates). `no-address`: nobody has said where from; nothing is contacted.
   */
  z.object({
    kind: z.literal("off"),
    reason: z.enum(["unsupported", "no-address"]),
  }),
  /** `checkedAt` in Unix ms: nothing newer then; null = not looked yet. `replaced`: this start is the first after it. */
  z.object({
    kind: z.literal("idle"),
    checkedAt: z.number().nullable(),
    replaced: z.string().nullable(),
  }),
  z.object({ kind: z.literal("checking") }),
  z.object({
    kind: z.literal("loading"),
    ...Found,
    percent: z.int().min(0).max(100),
  }),
  z.object({ kind: z.literal("ready"), ...Found }),
  z.object({ kind: z.literal("installing"), ...Found }),
  z.object({
    kind: z.literal("failed"),
    reason: z.enum([
      "unreachable",
      /** Not signed by who made the package that is installed here. */
      "foreign-feed",
      /** Not what the signed feed says of it. */
      "changed-package",
      /** The system did not let it be installed: this is still the old version. */
      "not-installed",
      "disk",
    ]),
  }),
]);
export type UpdateState = z.infer<typeof UpdateState>;

const nothing = z.undefined();

export const updateRequests = {
  /** Looks now, and fetches what is found; answers at once, `updates/state` tells how it goes. */
  "updates/check": request(nothing, z.object({})),
  /**
   * Installs what is ready, once the window has written what is under way and closed, and starts the new version. The
   * window has made a snapshot before; without a fresh one nothing happens.
   */
  "updates/install": request(
    nothing,
    z.object({ status: z.enum(["begun", "not-ready", "no-snapshot"]) }),
  ),
} as const;
