import type { TFunction } from "i18next";
import { formatMoment } from "../../ui/format.ts";
import type { Session } from "../../ui/session.ts";
import type { NoteSide } from "./conflict-sides.ts";

/** Who wrote a value and when: "Anna Meier, 14:03"; "you" for this notebook's person. */
export function sourceWords(
  side: Pick<NoteSide, "userId" | "userName" | "at"> | undefined,
  session: Pick<Session, "owner" | "now">,
  t: TFunction,
): string {
  const own =
    side?.userId !== undefined && side.userId === session.owner.userId;
  return [
    own ? t("conflict.you") : (side?.userName ?? t("conflict.someone")),
    side?.at !== undefined && formatMoment(Date.parse(side.at), session.now()),
  ]
    .filter(Boolean)
    .join(", ");
}
