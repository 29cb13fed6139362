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
      "disk-full",
      "disk",
    ]),
  }),
]);
export type UpdateState = z.infer<typeof UpdateState>;

const nothing = z.undefined();

/**
 * What the window has done with its readable copy. `none-needed`: there is none of which journal and server do not hold
 * all; before the notebook is open, too, when nothing is touched.
 */
export const UpdateCopy = z.enum(["made", "none-needed"]);
export type UpdateCopy = z.infer<typeof UpdateCopy>;

export const InstallStatus = z.enum([
  "begun",
  "not-ready",
  "no-snapshot",
  "disk-full",
]);
export type InstallStatus = z.infer<typeof InstallStatus>;

export const updateRequests = {
  /** Looks now, and fetches what is found; answers at once, `updates/state` tells how it goes. */
  "updates/check": request(nothing, z.object({})),
  /**
   * Installs what is ready, once the window has written what is under way and closed, and starts the new version. Where
   * the window says that it has made a snapshot, nothing happens without a fresh one.
   */
  "updates/install": request(
    z.strictObject({ copy: UpdateCopy }),
    z.object({ status: InstallStatus }),
  ),
} as const;
