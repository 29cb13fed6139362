import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  setPicture,
  type ReducedPicture,
} from "../../../shared/domain/picture.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { reducePicture } from "../../platform/reduce-picture.ts";
import { onPictureDropped } from "../../ui/dropped-picture.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";

/** What a camera or a scanner writes; anything larger is no portrait. */
const FILE_MAX = 64 * 1024 * 1024;

export interface CardPicture {
  /** Stands on the page as long as the card: it opens the system's dialog. */
  readonly input: ReactNode;
  choose(): void;
  /** Null when there is nothing to remove. */
  readonly remove: (() => void) | null;
}

/** Setting, replacing and removing the picture of a card, each with an Undo. */
export function useCardPicture(card: Card, edit: CardEdit): CardPicture {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { newId } = useSession();
  const notify = useNotify();
  const field = useRef<HTMLInputElement>(null);
  const { id } = card.contact;

  async function put(
    reduced: ReducedPicture | null,
    told: string,
  ): Promise<void> {
    const files = await store.byContact("files", id, 100);
    const picture = reduced && { id: newId(), reduced };
    const changes = setPicture(id, files, picture);
    await edit.commitChanges("action.setPicture", changes, told);
  }

  async function take(file: File): Promise<void> {
    const bytes =
      file.size <= FILE_MAX ? await file.arrayBuffer().catch(() => null) : null;
    const reduced = bytes && (await reducePicture(new Uint8Array(bytes)));
    if (reduced) await put(reduced, t("picture.set"));
    else notify({ text: t("picture.unreadable") });
  }

  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => onPictureDropped((file) => void latest.current(file)), []);

  return {
    choose: () => field.current?.click(),
    remove: card.picture && (() => void put(null, t("picture.removed"))),
    input: (
      <input
        ref={field}
        hidden
        type="file"
        accept="image/*"
        aria-label={t("card.choosePicture")}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again after an Undo.
          event.currentTarget.value = "";
          if (file) void take(file);
        }}
      />
    ),
  };
}
