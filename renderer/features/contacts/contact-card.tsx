import PersonOffOutlined from "@mui/icons-material/PersonOffOutlined";
import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { Delayed } from "../../ui/delayed.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Later } from "../../ui/later.tsx";
import { takeCardFocus } from "./card-focus.ts";
import { CardGroups } from "./card-groups.tsx";
import { CardHeader } from "./card-header.tsx";
import {
  CARD_FACTS,
  CARD_HAPPENINGS,
  CardJumps,
  JUMPS_HEIGHT,
} from "./card-jumps.tsx";
import { CardSections } from "./card-sections.tsx";
import { PeopleList } from "./people-list.tsx";
import { useCard } from "./use-card.ts";
import { useCardEdit } from "./use-card-edit.ts";

/** What other features put on the card; each hears of which contact. */
export interface CardSlots {
  /** In the header, beside the kind of contact: how it stands to us. */
  readonly badges?: (props: { contact: Contact }) => ReactNode;
  /** Under the header: what is to be known of the card as a whole. */
  readonly news?: (props: { contact: Contact }) => ReactNode;
  /** On the left, after the fields: business relations. */
  readonly relations?: (props: { contact: Contact }) => ReactNode;
  /** On the right, above what happened: figures, purchases. */
  readonly figures?: (props: { contact: Contact }) => ReactNode;
  readonly timeline: (props: { contact: Contact }) => ReactNode;
}

/** A company, a person or an independent person: header, facts on the left, what happened on the right. */
export function ContactCard(props: CardSlots & { id: string }) {
  const { t } = useTranslation();
  const live = useCard(props.id);
  const edit = useCardEdit(props.id);
  const article = useRef<HTMLElement>(null);
  const stands = live.status === "ready" && live.value !== null;
  useEffect(() => {
    if (stands && takeCardFocus(props.id)) article.current?.focus();
  }, [stands, props.id]);
  if (live.status === "loading") return <CardSkeleton />;
  const card = live.value;
  if (card === null) {
    return (
      <Box sx={{ flex: 1, display: "grid", placeItems: "center" }}>
        <EmptyState
          icon={<PersonOffOutlined />}
          title={t("card.goneTitle")}
          text={t("card.goneText")}
        />
      </Box>
    );
  }
  return (
    <Box
      component="article"
      ref={article}
      id="card"
      data-contact={props.id}
      tabIndex={-1}
      aria-labelledby="card-name"
      onKeyDown={(event) => {
        // An open field takes Esc for itself; the next one goes back to the list.
        if (event.key === "Escape" && !event.defaultPrevented) {
          document.getElementById("contact-grid")?.focus();
        }
      }}
      sx={{
        flex: 1,
        minWidth: 0,
        overflowY: "auto",
        // What is only for those who listen scrolls with the card, and does not make the window scroll.
        position: "relative",
        containerType: "inline-size",
        // The whole card has the keys: a line at its top says so, not a frame around everything.
        "&:focus-visible": {
          outline: "none !important",
          boxShadow: "inset 0 3px 0 var(--mui-palette-primary-main)",
        },
      }}
    >
      <Box sx={{ px: 3, pt: 2.75, pb: 2.5 }}>
        <CardHeader
          card={card}
          edit={edit}
          badges={props.badges?.({ contact: card.contact })}
        />
        {props.news?.({ contact: card.contact })}
      </Box>
      <CardJumps />
      <Box
        sx={{
          display: "grid",
          borderTop: 1,
          borderColor: "divider",
          "@container (min-width: 680px)": {
            gridTemplateColumns: "minmax(320px, 1fr) minmax(320px, 1fr)",
            minHeight: "calc(100% - 160px)",
          },
        }}
      >
        <Box
          id={CARD_FACTS}
          sx={{
            scrollMarginTop: JUMPS_HEIGHT,
            pl: 3,
            pr: 2.5,
            py: 2.5,
            display: "flex",
            flexDirection: "column",
            gap: 2.5,
            minWidth: 0,
          }}
        >
          {card.contact.type === "company" && (
            <PeopleList companyId={card.contact.id} />
          )}
          <CardGroups card={card} edit={edit} />
          <Later>
            {props.relations?.({ contact: card.contact })}
            <CardSections card={card} edit={edit} />
          </Later>
        </Box>
        <Box
          id={CARD_HAPPENINGS}
          sx={{
            scrollMarginTop: JUMPS_HEIGHT,
            px: 3,
            py: 2.5,
            minWidth: 0,
            bgcolor: "background.paper",
            borderColor: "divider",
            "@container (min-width: 680px)": {
              borderLeft: 1,
              borderColor: "divider",
            },
          }}
        >
          {props.figures?.({ contact: card.contact })}
          {props.timeline({ contact: card.contact })}
        </Box>
      </Box>
    </Box>
  );
}

function CardSkeleton() {
  return (
    <Box sx={{ flex: 1, p: 3.5 }}>
      <Delayed>
        <Box sx={{ display: "flex", gap: 2 }}>
          <Skeleton variant="rounded" width={48} height={48} />
          <Box sx={{ flex: 1 }}>
            <Skeleton width="55%" height={32} />
            <Skeleton width="35%" />
          </Box>
        </Box>
        {[80, 60, 70, 45].map((width) => (
          <Skeleton key={width} width={`${width}%`} sx={{ mt: 1.5 }} />
        ))}
      </Delayed>
    </Box>
  );
}
