import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { SentenceProposal } from "../../../shared/domain/sentence/read-sentence.ts";
import { useLastOpened } from "../../local-store/last-opened.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import type { SearchHit, SearchKind } from "../../local-store/store.ts";
import { formatCount, formatWeekday } from "../../ui/format.ts";
import { kindOf } from "../../ui/kind-mark.tsx";
import { useSession } from "../../ui/session.ts";
import {
  groupsIn,
  matchingCommands,
  scopeOf,
  unmarked,
  type PaletteCommand,
  type PaletteEntry,
  type PaletteGroup,
} from "./palette-entry.ts";
import { useRelated } from "./use-related.ts";
import { useTold } from "./use-told.ts";
import { useSearch } from "./use-search.ts";

const HITS_MAX = 5;
/** Of one group alone; whoever looks further types a word more. */
const ALL_MAX = 200;

export interface PaletteDoors {
  readonly commands: readonly PaletteCommand[];
  readonly views: readonly PaletteCommand[];
  openContact(id: string): void;
  /** A sentence that tells of a visit. */
  writeUp(sentence: string): void;
  /** The list with everything that a text finds. */
  openList(kind: "companies" | "persons", text: string): void;
  /** Everybody with a business relation. */
  openRelation(code: string): void;
}

/** What the box shows for what is typed: hits by kind with their reason, views, commands; recent ones when it is empty. */
export function usePalette(
  typed: string,
  doors: PaletteDoors,
  only: SearchKind | null,
  setOnly: (kind: SearchKind) => void,
) {
  const { t } = useTranslation();
  const { scope, text } = scopeOf(typed);
  const searched = scope === "all" || scope === "persons" ? text : "";
  const answer = useSearch(searched, only ? ALL_MAX : HITS_MAX);
  const told = useTold(scope === "all" ? text : "");
  const recent = useLastOpened();
  const related = useRelated(scope === "all" ? text : "", HITS_MAX);
  const codes = useCodes();
  const { language, today } = useSession();

  /** Whom, when and how it went, as it was understood. */
  function piecesOf(proposal: SentenceProposal): string {
    const { contact, date, time, outcome, nextStep } = proposal;
    return [
      contact?.name ?? t("visit.sentenceNobody"),
      [date && formatWeekday(date, language, today), time]
        .filter(Boolean)
        .join(", "),
      outcome && t(`evaluation.${outcome}`),
      nextStep && `→ ${nextStep.text}`,
    ]
      .filter(Boolean)
      .join(" · ");
  }
  function ofHit(kind: SearchKind, hit: SearchHit): PaletteEntry {
    const { reason } = hit;
    const second = reason
      ? {
          label: isContactColumn(reason.field)
            ? t(`column.${reason.field}`)
            : t(`palette.field.${reason.field}`),
          value: reason.value,
        }
      : hit.subtitle === ""
        ? undefined
        : { label: hit.subtitle, value: null };
    return {
      id: `${kind}-${hit.id}`,
      title: hit.title,
      ...(second ? { second } : {}),
      open: () => {
        if (hit.contactId !== "") doors.openContact(hit.contactId);
      },
    };
  }
  const ofContact = (
    group: string,
    contact: Parameters<typeof kindOf>[0] & {
      readonly id: string;
      readonly name: string;
      readonly companyName?: string | undefined;
      readonly city?: string | undefined;
    },
  ): PaletteEntry => ({
    id: `${group}-${contact.id}`,
    title: unmarked(contact.name),
    second: {
      label: [
        t(`kind.${kindOf(contact)}`),
        contact.type === "person" ? contact.companyName : "",
        contact.city,
      ]
        .filter(Boolean)
        .join(" · "),
      value: null,
    },
    open: () => doors.openContact(contact.id),
  });
  const ofRelationWords = useCallback(
    (code: string) =>
      t("list.codeIs", {
        column: t("column.relation"),
        what: codes.text("businessRelation", code, language),
      }),
    [t, codes, language],
  );
  const { views, openRelation } = doors;
  const viewsAndRelations = useMemo(
    () => [
      ...views,
      ...codes.of("businessRelation").map(({ code }): PaletteCommand => ({
        id: `relation-${code}`,
        text: ofRelationWords(code),
        run: () => openRelation(code),
      })),
    ],
    [views, openRelation, codes, ofRelationWords],
  );
  const ofCommand = (command: PaletteCommand): PaletteEntry => ({
    id: `command-${command.id}`,
    title: unmarked(command.text),
    ...(command.shortcut ? { shortcut: command.shortcut } : {}),
    ...(command.off === undefined
      ? { open: command.run }
      : {
          ...({ off: true, stays: true } as const),
          second: { label: command.off, value: null },
          open: () => undefined,
        }),
  });

  /** To all of a group: contacts in the list, everything else here. */
  function ofAll(kind: SearchKind, total: number): PaletteEntry {
    const n = formatCount(total);
    const id = `all-${kind}`;
    if (kind === "companies" || kind === "persons")
      return {
        ...{ id, title: unmarked(t("palette.all", { n })) },
        open: () => doors.openList(kind, text),
      };
    const title = unmarked(t("palette.allHere", { n }));
    return { id, title, stays: true, open: () => setOnly(kind) };
  }

  const groups: PaletteGroup[] = groupsIn(answer, scope, only).map(
    ({ kind, total, hits }) => {
      const isCut = total > hits.length;
      const shown = { shown: formatCount(hits.length), n: formatCount(total) };
      const name = t(`palette.${kind}`);
      return {
        id: kind,
        title: only && isCut ? `${name} · ${t("palette.best", shown)}` : name,
        entries: [
          ...hits.map((hit) => ofHit(kind, hit)),
          ...(isCut && !only ? [ofAll(kind, total)] : []),
        ],
      };
    },
  );
  const isSearching = searched !== "" && answer?.complete !== true;
  if (only) return { groups, isSearching, isReading: false, text };
  if (text === "" && scope === "all")
    groups.push({
      id: "recent",
      title: t("palette.recent"),
      entries: (recent ?? [])
        .slice(0, HITS_MAX)
        .map((contact) => ofContact("recent", contact)),
    });
  if (related)
    groups.push({
      id: "related",
      title: ofRelationWords(related.code),
      entries: [
        ...related.rows.map((contact) => ofContact("related", contact)),
        ...(related.total > related.rows.length
          ? [
              {
                id: "all-related",
                title: unmarked(
                  t("palette.all", { n: formatCount(related.total) }),
                ),
                open: () => doors.openRelation(related.code),
              },
            ]
          : []),
      ],
    });
  if (told.proposal)
    groups.unshift({
      id: "sentence",
      title: t("palette.commands"),
      entries: [
        {
          id: "sentence",
          title: unmarked(t("visit.sentence")),
          second: { label: piecesOf(told.proposal), value: null },
          open: () => doors.writeUp(text),
        },
      ],
    });
  const wantsViews = scope === "views" || (scope === "all" && text !== "");
  if (wantsViews)
    groups.push({
      id: "views",
      title: t("list.views"),
      entries: matchingCommands(viewsAndRelations, text).map(ofCommand),
    });
  if (scope === "all" || scope === "commands")
    groups.push({
      id: "commands",
      title: t("palette.commands"),
      entries: matchingCommands(doors.commands, text).map(ofCommand),
    });
  const shown = groups.filter(({ entries }) => entries.length > 0);
  return { groups: shown, isSearching, isReading: told.isReading, text };
}
