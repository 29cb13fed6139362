import AddRounded from "@mui/icons-material/AddRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import LinkOffRounded from "@mui/icons-material/LinkOffRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  isLinked,
  removeRelation,
} from "../../../shared/domain/business-relations.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { AccountMenu } from "./account-menu.tsx";
import { RelationPicker } from "./relation-picker.tsx";
import { RequestList } from "./request-list.tsx";
import { useKeep } from "./use-keep.ts";
import { ADD_RELATION } from "./relation-badges.tsx";
import {
  useRelations,
  type RelationRow,
  type RelationsOfContact,
} from "./use-relations.ts";

/** How this contact stands to us: coded relations, linked records of the ERP, and what has been asked for. */
export function RelationsSection({ contact }: { contact: Contact }) {
  const live = useRelations(contact.id);
  if (live.status === "loading" || live.value === null) return null;
  return <Standing relations={live.value} />;
}

function Standing({ relations }: { relations: RelationsOfContact }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const { contact, company, rows, summary } = relations;
  return (
    <Section
      title={t("relations.title")}
      action={
        company === null && (
          <Button
            ref={add}
            id={ADD_RELATION}
            size="small"
            startIcon={<AddRounded />}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            {t("relations.add")}
          </Button>
        )
      }
    >
      <Typography variant="caption" color="textSecondary" component="p">
        {t("relations.summary", { what: t(`summary.${summary ?? "none"}`) })}
      </Typography>
      {company && (
        <Typography variant="caption" color="textSecondary" component="p">
          <Link
            component="button"
            onClick={() => commands.openContact(company.id)}
          >
            {t("relations.ofCompany", { company: company.name })}
          </Link>
        </Typography>
      )}
      {adding && (
        <RelationPicker
          relations={relations}
          onDone={() => {
            setAdding(false);
            // One more is one key away.
            add.current?.focus();
          }}
        />
      )}
      {rows.length === 0 && !adding ? (
        relations.requests.length === 0 && (
          <Typography variant="body2" color="textSecondary">
            {t("relations.none")}
          </Typography>
        )
      ) : (
        <Box
          component="ul"
          aria-label={t("relations.title")}
          sx={{ listStyle: "none", m: 0, p: 0 }}
        >
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              holder={row.own ? contact : (company ?? contact)}
            />
          ))}
        </Box>
      )}
      <RequestList requests={relations.requests} />
      <AccountMenu relations={relations} />
    </Section>
  );
}

function Row({ row, holder }: { row: RelationRow; holder: Contact }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { store } = useLocalStore();
  const codes = useCodes();
  const keep = useKeep();
  const { relation, account } = row;
  const name = codes.text("businessRelation", relation.code, language);
  const linked = isLinked(relation);
  const what = linked ? `${name} ${relation.linkNo}` : name;
  const key = t(linked ? "relations.unlink" : "relations.remove");

  async function remove(): Promise<void> {
    const current = (await store.get("contacts", holder.id)) ?? holder;
    await keep(
      "action.removeRelation",
      removeRelation(current, row.id),
      t(linked ? "relations.unlinked" : "relations.removed", { what }),
    );
  }
  return (
    <Box
      component="li"
      data-relation={relation.code}
      sx={{ display: "flex", alignItems: "center", minHeight: 32, gap: 1 }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
        <Box component="span" sx={{ fontWeight: 550 }}>
          {name}
        </Box>
        {linked && (
          <Box
            component="span"
            sx={{
              ml: 1,
              color: "text.secondary",
              fontSize: 13,
              fontVariantNumeric: "tabular-nums",
            }}
          >
            {[relation.linkNo, account && otherName(account.name, holder)]
              .filter(Boolean)
              .join(" · ")}
          </Box>
        )}
      </Box>
      <Tooltip title={key}>
        <IconButton
          aria-label={`${key}: ${what}`}
          onClick={() => void remove()}
          sx={{ color: "text.secondary" }}
        >
          {linked ? (
            <LinkOffRounded sx={{ fontSize: 18 }} />
          ) : (
            <CloseRounded sx={{ fontSize: 18 }} />
          )}
        </IconButton>
      </Tooltip>
    </Box>
  );
}

/** The record's own name, where it says something that the card does not. */
function otherName(name: string, holder: Contact): string | null {
  return name === holder.name ? null : name;
}
