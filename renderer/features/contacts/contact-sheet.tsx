import GlobalStyles from "@mui/material/GlobalStyles";
import { useTranslation } from "react-i18next";
import { addressLine } from "../../../shared/domain/alt-address.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { ContactRow } from "../../local-store/store.ts";
import type { Codes } from "../../local-store/use-codes.ts";
import { formatDay } from "../../ui/format.ts";
import { PrintPaper } from "../../ui/print-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { groupsOf, isFilled, type EditableField } from "./card-fields.ts";
import { channelGroups, channelLines } from "./channel-lines.ts";
import { shownValue } from "./fields/field-value.tsx";

/** What stands on a printed card beside the contact itself. */
export interface SheetFacts {
  readonly contact: Contact;
  readonly people: readonly ContactRow[];
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
}

/** The rest of a long note is on the screen. */
const NOTE_MAX = 160;
const COMMENT_MAX = 600;

/** A card on one page of A4: its fields, whom it belongs to, what happened last and what is planned. */
export function ContactSheet(props: {
  facts: SheetFacts;
  codes: Codes;
  ready(): void;
}) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const { facts, codes } = props;
  const { contact, people, interactions, tasks } = facts;
  const isPerson = contact.type === "person";
  const rows = (group: ReturnType<typeof groupsOf>[number]) => [
    ...group.fields.flatMap((field) => {
      if (field.kind === "flag")
        return contact[field.name] ? [[t(`field.${field.name}`), "✓"]] : [];
      if (field.technical || !isFilled(contact, field)) return [];
      const editable: EditableField = field;
      const value = shownValue(editable, contact, codes, language, (key) =>
        t(key),
      );
      return [[t(`field.${field.name}`), cut(value, COMMENT_MAX)]];
    }),
    ...channelLines(contact, channelGroups[group.name] ?? [], []).map(
      ({ channel, kind }) => [
        channel?.label ?? t(`field.${kind}`),
        channel?.value ?? "",
      ],
    ),
  ];
  const other = Object.values(contact.altAddresses ?? {});
  return (
    <PrintPaper size="A4" ready={props.ready}>
      <GlobalStyles styles={COLUMNS} />
      <h1>{contact.name}</h1>
      <p>
        {[
          isPerson && contact.companyName,
          contact.no,
          t("sheet.asOf", { day: formatDay(today) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div className="sheet-groups">
        {groupsOf(contact.type).map((group) => {
          const lines = rows(group);
          if (lines.length === 0) return null;
          return (
            <section key={group.name}>
              <h2>{t(`group.${group.name}`)}</h2>
              <Lines lines={lines} />
            </section>
          );
        })}
        {other.length > 0 && (
          <section>
            <h2>{t("alt.edit")}</h2>
            <Lines lines={other.map((one) => [one.code, addressLine(one)])} />
          </section>
        )}
        {people.length > 0 && (
          <section>
            <h2>{t("people.title")}</h2>
            <Lines
              lines={people.map(({ name, jobTitle, phone, email }) => [
                name,
                [jobTitle, phone, email].filter(Boolean).join(" · "),
              ])}
            />
          </section>
        )}
      </div>
      {tasks.length > 0 && (
        <section>
          <h2>{t("sheet.tasks")}</h2>
          <Lines
            lines={tasks.map(({ date, description }) => [
              formatDay(date),
              description,
            ])}
          />
        </section>
      )}
      {interactions.length > 0 && (
        <section>
          <h2>{t("sheet.last")}</h2>
          <Lines
            lines={interactions.map((one) => [
              formatDay(one.date),
              [one.description, cut(one.result ?? "", NOTE_MAX)]
                .filter(Boolean)
                .join(": "),
            ])}
          />
        </section>
      )}
    </PrintPaper>
  );
}

/** Two columns of groups, each as long as it is. */
const COLUMNS = {
  "@media print": {
    ".print-sheet .sheet-groups": { columns: 2, columnGap: "8mm" },
    ".print-sheet section": { breakInside: "avoid" },
    ".print-sheet section th": {
      width: "32mm",
      fontWeight: 400,
      color: "#444",
    },
    ".print-sheet .sheet-groups h2": { marginTop: 0, paddingTop: "3mm" },
  },
} as const;

function Lines({ lines }: { lines: readonly (readonly string[])[] }) {
  return (
    <table>
      <tbody>
        {lines.map(([name = "", value = ""], i) => (
          <tr key={`${i}/${name}`}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
