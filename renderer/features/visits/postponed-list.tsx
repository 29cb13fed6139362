import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import { usePostponed } from "../../local-store/use-agenda.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatWeekday } from "../../ui/format.ts";
import { GrowingLines } from "../../ui/growing-lines.tsx";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";
import { FocusKeeper, Line, type ContactLink } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { InteractionMenu } from "./interaction-menu.tsx";
import { menuButtonStyle } from "./timeline-style.ts";

const FEW = 8;
const PAGE = 50;
const LOOK_EVERY_MS = 50;

/** INT-8: one's own visits that were put off half written, the oldest first. Without any there is nothing to see. */
export function PostponedList(props: {
  link: ContactLink;
  /** Somebody has come for them: the focus goes there, and none is said, too. */
  wanted: boolean;
  onReached(): void;
}) {
  const { t } = useTranslation();
  const { owner } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(FEW);
  const [asked, setAsked] = useState(props.wanted);
  if (props.wanted && !asked) setAsked(true);
  const salesperson = owner.salesperson ?? null;
  const waiting = usePostponed({ salesperson, room });
  const interactions = useInteractions(waiting?.rows.map(({ id }) => id) ?? []);
  const { wanted, onReached } = props;
  const known = waiting !== null && interactions !== null;
  useEffect(() => {
    if (!wanted || !known) return undefined;
    // What led here is closing still, and gives the focus back to where it was.
    const timer = setInterval(() => {
      if (document.querySelector('[role="dialog"]') !== null) return;
      const root = box.current;
      (root?.querySelector<HTMLElement>("[data-finish]") ?? root)?.focus();
      onReached();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [wanted, known, onReached]);
  if (!known || (waiting.total === 0 && !asked)) return null;
  const title = t("today.postponed");
  return (
    <Box ref={box} tabIndex={-1} sx={{ outline: "none" }}>
      <Section
        id="postponed"
        title={title}
        hint={t("today.postponedCount", { count: waiting.total })}
      >
        <FocusKeeper>
          <GrowingLines
            label={title}
            shown={waiting.rows.length}
            total={waiting.total}
            onMore={() => setRoom((before) => before + PAGE)}
          >
            {waiting.rows.map(({ id, contact }) => {
              const interaction = interactions.get(id);
              return (
                interaction && (
                  <PostponedLine
                    key={id}
                    interaction={interaction}
                    contact={contact}
                    link={props.link}
                  />
                )
              );
            })}
          </GrowingLines>
        </FocusKeeper>
      </Section>
    </Box>
  );
}

function PostponedLine(props: {
  interaction: Interaction;
  contact: ContactRow | null;
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const commands = useCommands();
  const { language, today } = useSession();
  const titleId = useId();
  const { interaction, contact } = props;
  const { id, contactId, template = "", date, time, result } = interaction;
  const code = codes.find("interactionTemplate", template);
  const kind = code ? codeText(code, language) : t("visit.interaction");
  const meta = [
    [formatWeekday(date, language, today), time].filter(Boolean).join(", "),
    kind,
    result?.split("\n").find((line) => line.trim() !== ""),
  ];
  return (
    <Line
      id={id}
      contactId={contact?.id}
      mark={contact && <KindMark kind={kindOf(contact)} size={30} />}
      titleId={titleId}
      title={contact ? props.link(contact) : kind}
      meta={
        <Box
          component="span"
          sx={{
            display: "block",
            overflow: "hidden",
            whiteSpace: "nowrap",
            textOverflow: "ellipsis",
          }}
        >
          {meta.filter(Boolean).join(" · ")}
        </Box>
      }
      end={
        <Box
          sx={{
            ...{ display: "flex", alignItems: "center", gap: 0.5 },
            "& > button[aria-haspopup]": menuButtonStyle,
            "& > button[aria-haspopup]:hover": { bgcolor: "action.hover" },
            "& > button > svg": { width: 17, height: 17, fill: "currentColor" },
          }}
        >
          <Button
            size="small"
            variant="outlined"
            data-finish
            aria-describedby={titleId}
            onClick={() => commands.logVisit(contactId, { again: id })}
          >
            {t("interaction.finish")}
          </Button>
          <InteractionMenu
            interaction={interaction}
            title={contact?.name ?? kind}
            amended={false}
          />
        </Box>
      }
    />
  );
}

/** Null until first known; while others are read the last ones stay. */
function useInteractions(
  ids: readonly string[],
): ReadonlyMap<string, Interaction> | null {
  const live = useLive({
    key: `postponed ${ids.join(" ")}`,
    collections: ["interactions"],
    ids,
    read: (store) => store.getMany("interactions", ids),
  });
  const found = live.status === "ready" ? live.value : null;
  const [last, setLast] = useState(found);
  if (found !== null && found !== last) setLast(found);
  return found ?? last;
}
