import type { TFunction } from "i18next";
import PersonOffOutlined from "@mui/icons-material/PersonOffOutlined";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { useLive } from "../../local-store/use-live.ts";
import { formatMoment } from "../../ui/format.ts";
import { Line, Lines } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { useIsFound } from "../../ui/setting-search.ts";
import { ErasedHere } from "./erased-here.tsx";
import { useAskedErasures } from "./pending-erasure.tsx";

const MOST = 100_000;

/** Who was erased, by whom and when, and nothing more of them: the proof that a request was carried out (PRV-4). */
export function ErasureSection() {
  const { t } = useTranslation();
  const { now } = useSession();
  const asked = useAskedErasures();
  const found = useIsFound(t("erase.section"), t("erase.sectionHint"));
  const live = useLive<readonly Note[]>({
    key: "erasures",
    collections: ["notes"],
    read: async (store) =>
      (await store.all("notes", MOST))
        .filter(({ kind }) => kind === "erasure")
        .toReversed(),
  });
  const done = live.status === "ready" ? live.value : [];
  if (!found) return null;
  return (
    <Section id="settings-erasures" title={t("erase.section")}>
      <Box data-setting>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
          {t("erase.sectionHint")}
        </Typography>
        {done.length + asked.length === 0 && (
          <Typography variant="body2">{t("erase.none")}</Typography>
        )}
        <Lines label={t("erase.section")}>
          {asked.map(({ m, at }) => (
            <Line
              key={m}
              id={m}
              mark={<Mark />}
              title={t("erase.lineNoNo")}
              meta={[formatMoment(at, now()), t("erase.waits")].join(" · ")}
            />
          ))}
          {done.map((note) => (
            <Line
              key={note.id}
              id={note.id}
              mark={<Mark />}
              title={titleOf(note, t)}
              meta={metaOf(note, t, now())}
            />
          ))}
        </Lines>
        <ErasedHere />
      </Box>
    </Section>
  );
}

function Mark() {
  return (
    <Box component="span" sx={{ display: "flex", color: "text.secondary" }}>
      <PersonOffOutlined fontSize="small" aria-hidden />
    </Box>
  );
}

function titleOf({ base }: Note, t: TFunction): string {
  const no = membersOf(base)["no"];
  return typeof no === "string" ? t("erase.line", { no }) : t("erase.lineNoNo");
}

function metaOf({ base, winner }: Note, t: TFunction, now: number): string {
  const counts = Object.values(membersOf(base)).filter(
    (value) => typeof value === "number",
  );
  const count = counts.reduce((sum, one) => sum + one, 0);
  return [
    winner?.at === undefined ? "" : formatMoment(Date.parse(winner.at), now),
    winner?.userName === undefined
      ? ""
      : t("erase.by", { name: winner.userName }),
    t("erase.records", { count }),
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

function membersOf(base: Note["base"]): Readonly<Record<string, unknown>> {
  return typeof base === "object" && base !== null && !Array.isArray(base)
    ? base
    : {};
}
