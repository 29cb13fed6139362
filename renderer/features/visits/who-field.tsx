import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import type { SentenceProposal } from "../../../shared/domain/sentence/read-sentence.ts";
import {
  maybeSentence,
  tellsVisit,
} from "../../../shared/domain/sentence/visit-of-sentence.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { ChooseField } from "../../ui/choose-field.tsx";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";
import { useSession } from "../../ui/session.ts";
import { SentenceOption } from "./sentence-option.tsx";

/** A contact, what the whole text was understood as, or somebody who is not here yet. */
type Choice = ContactRow | Told | Unknown;
interface Unknown {
  readonly id: "unknown";
  readonly name: string;
  readonly isNew: true;
}
interface Told {
  readonly id: "sentence";
  readonly name: string;
  readonly proposal: SentenceProposal;
  /** The contact that it means. */
  readonly row: ContactRow | null;
}

/**
 * Whom the visit was with: a few letters find company, person, town or number; the first hit waits for Enter. A whole
 * sentence becomes a proposal of the whole visit, which waits for Enter in the same way.
 */
export function WhoField(props: {
  value: ContactRow | null;
  typed: string;
  autoFocus: boolean;
  problem: string | undefined;
  onChange(row: ContactRow | null): void;
  onProposal(proposal: SentenceProposal, who: ContactRow | null): void;
  /** Nobody of that name is here: one is to be made. */
  onUnknown?: ((name: string) => void) | undefined;
  /** A sentence that is being typed, empty = none: nothing of it may be lost. */
  onSentence(text: string): void;
  onLeave(): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { language, today, owner } = useSession();
  const offersNew = props.onUnknown !== undefined;
  const ask = useCallback(
    async (text: string): Promise<readonly Choice[]> => {
      const query = { text, kind: "all" as const, locale: language };
      const [{ rows }, proposal] = await Promise.all([
        list.query(query, 0, 20),
        maybeSentence(text)
          ? list.sentence(text, { today, language }, owner.salesperson ?? "")
          : null,
      ]);
      const named = rows.some(({ name }) => fold(name) === fold(text.trim()));
      const unknown: readonly Unknown[] =
        offersNew && text.trim() !== "" && !named && !maybeSentence(text)
          ? [{ id: "unknown", name: text, isNew: true }]
          : [];
      if (!proposal || !tellsVisit(proposal)) return [...rows, ...unknown];
      const ids = proposal.contact ? [proposal.contact.id] : [];
      const [row = null] = await list.rows(ids);
      return [{ id: "sentence", name: text, proposal, row }, ...rows];
    },
    [list, language, today, owner.salesperson, offersNew],
  );
  const { typed, onSentence } = props;
  useEffect(() => {
    if (maybeSentence(typed)) onSentence(typed);
  }, [typed, onSentence]);
  return (
    <ChooseField<Choice>
      ask={ask}
      onText={(text) => onSentence(maybeSentence(text) ? text : "")}
      onLeave={props.onLeave}
      value={props.value}
      typed={props.typed}
      none={t("visit.whoNone")}
      field={{
        name: "contactId",
        label: t("visit.who"),
        placeholder: t("visit.whoHint"),
        autoFocus: props.autoFocus,
        error: props.problem !== undefined,
        helperText:
          props.problem ??
          (props.value === null
            ? t("visit.whoSentence")
            : props.value.type === "person"
              ? props.value.companyName
              : undefined),
      }}
      line={(row) =>
        "proposal" in row ? (
          <SentenceOption proposal={row.proposal} />
        ) : "isNew" in row ? (
          <Typography color="primary">
            {t("visit.newContact", { name: row.name.trim() })}
          </Typography>
        ) : (
          <Box
            sx={{
              display: "flex",
              gap: 1.25,
              alignItems: "center",
              minWidth: 0,
            }}
          >
            <KindMark kind={kindOf(row)} size={28} />
            <Box sx={{ minWidth: 0 }}>
              <Typography noWrap>{row.name}</Typography>
              <Typography
                noWrap
                variant="caption"
                component="div"
                color="textSecondary"
              >
                {[
                  t(`kind.${kindOf(row)}`),
                  row.type === "person" ? row.companyName : "",
                  row.city,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </Typography>
            </Box>
          </Box>
        )
      }
      onChange={(row) => {
        if (row && "isNew" in row) props.onUnknown?.(row.name.trim());
        else if (row && "proposal" in row)
          props.onProposal(row.proposal, row.row);
        else props.onChange(row);
      }}
    />
  );
}
