import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { FocusKeeper } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { outboxLines } from "./outbox-lines.ts";
import { RefusedItem } from "./refused-item.tsx";
import { useRefusedEntries } from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

/** What the server did not accept: content, reason and what to do. Nothing shows while there is none. */
export function AttentionList() {
  const { t } = useTranslation();
  const entries = useRefusedEntries();
  const linesOf = useMemo(
    () => new Map(entries.map((entry) => [entry.m, outboxLines([entry])])),
    [entries],
  );
  const all = useMemo(() => [...linesOf.values()].flat(), [linesOf]);
  const { names, contactOf } = useRecordNames(all);
  if (entries.length === 0) return null;
  return (
    <Section
      id="attention-title"
      title={t("syncPage.attention")}
      hint={t("syncPage.attentionHint")}
      tone="warning"
    >
      <FocusKeeper>
        {entries.map((entry) => (
          <RefusedItem
            key={entry.m}
            entry={entry}
            lines={linesOf.get(entry.m) ?? []}
            names={names}
            contactOf={contactOf}
          />
        ))}
      </FocusKeeper>
    </Section>
  );
}
