import { useEffect, useRef, useState } from "react";
import {
  attachmentRefusal,
  type Attachment,
  type AttachmentRefusal,
} from "../../../shared/domain/attachment.ts";
import { joined } from "../../../shared/domain/typed-visit.ts";
import { MAX_FILE_BYTES } from "../../../shared/entities/file.ts";
import { bridge } from "../../platform/bridge.ts";
import { prepareAttachment } from "../../platform/prepare-attachment.ts";
import { makeThumb } from "./thumbs.ts";

/** What a camera writes may be larger than what is kept of it. */
const READ_MAX = 4 * MAX_FILE_BYTES;
/** A name keeps its end, which says what it is. */
const NAME_MAX = 200;

export interface NotAttached {
  readonly name: string;
  readonly why: AttachmentRefusal | "unreadable" | "disk";
}

export interface Attaching {
  /** How many are being prepared. */
  readonly busy: number;
  readonly refused: readonly NotAttached[];
  add(files: readonly File[]): void;
}

/**
 * Files on their way into a form: each is on the disk, sealed, before it stands there; one that cannot be taken is named
 * with the reason, and the others come all the same.
 */
export function useAttach(
  attached: readonly Attachment[],
  onChange: (files: readonly Attachment[]) => void,
): Attaching {
  const [busy, setBusy] = useState(0);
  const [refused, setRefused] = useState<readonly NotAttached[]>([]);
  const now = useRef(attached);
  const turn = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    now.current = attached;
  });

  async function take(file: File): Promise<void> {
    const result = await attach(file, now.current);
    if (typeof result === "string")
      setRefused((before) => [...before, { name: file.name, why: result }]);
    else {
      now.current = joined(now.current, [result]);
      onChange(now.current);
    }
    setBusy((n) => n - 1);
  }

  return {
    busy,
    refused,
    add(files) {
      setRefused([]);
      setBusy((n) => n + files.length);
      // One after the other: a dozen photos decoded at once would fill the memory.
      for (const file of files)
        turn.current = turn.current.then(() => take(file));
    },
  };
}

async function attach(
  file: File,
  attached: readonly Attachment[],
): Promise<Attachment | NotAttached["why"]> {
  if (file.size > READ_MAX) return "tooLarge";
  const read = await file.arrayBuffer().catch(() => null);
  if (!read) return "unreadable";
  const ready = await prepareAttachment(file, new Uint8Array(read));
  const refusal = attachmentRefusal(ready.bytes.length, attached);
  if (refusal) return refusal;
  const { added } = await bridge.invoke("files/add", { bytes: ready.bytes });
  if (!added) return "disk";
  await makeThumb(added.sha256, ready.bytes);
  const name = ready.name.toWellFormed().slice(-NAME_MAX) || "file";
  return { ...added, name, mime: ready.mime.slice(0, 100) };
}
