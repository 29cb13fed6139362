import { z } from "zod";
import { Id, Instant, text } from "./fields.ts";

/** Set by the server on every synced document; a client may echo them, they are then ignored. */
export const serverStamps = {
  bucket: text(60).optional(),
  createdAt: Instant.optional(),
  createdBy: Id.optional(),
  modifiedAt: Instant.optional(),
  modifiedBy: Id.optional(),
};

export const ServerStamps = z.object(serverStamps);
