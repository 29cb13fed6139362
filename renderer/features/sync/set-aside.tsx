import Box from "@mui/material/Box";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { Details } from "../../ui/details.tsx";
import { formatCount } from "../../ui/format.ts";
import { FocusKeeper } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import type { LineAction } from "./line-actions.tsx";
import { OutboxItem } from "./outbox-item.tsx";
import { outboxLines, type OutboxLine } from "./outbox-lines.ts";
import { useArrange } from "./use-arrange.ts";
import { useDiscardedEntries, useHeldEntries } from "./use-pending.ts";
import { useRecordNames } from "./use-record-names.ts";

/** What the person holds back, and below it what was discarded and can still be put back. Nothing while there is none. */
export function SetAside() {
  const { t } = useTranslation();
  const held = useHeldEntries();
  const discarded = useDiscardedEntries();
  const arrange = useArrange();
  if (held.length === 0 && discarded.length === 0) return null;

  const send = ({ ms }: OutboxLine): LineAction => ({
    name: t("outbox.do.resume"),
    key: "S",
    run: () => void arrange("resume", ms),
  });
  const discard = ({ ms }: OutboxLine): LineAction => ({
    name: t("outbox.do.discard"),
    key: "Del",
    run: () => void arrange("discard", ms),
  });
  const putBack = ({ ms }: OutboxLine): LineAction => ({
    name: t("outbox.do.putBack"),
    key: "P",
    run: () => void arrange("resume", ms),
  });
  const lines = outboxLines(discarded).length;
  return (
    <Section
      id="sync-held"
      title={t("outbox.heldTitle")}
      hint={t(held.length > 0 ? "outbox.heldHint" : "outbox.heldNone")}
    >
      <FocusKeeper>
        <Records
          entries={held}
          actionsOf={(line) => [send(line), discard(line)]}
        />
      </FocusKeeper>
      {lines > 0 && (
        <Details title={t("outbox.discardedTitle", { n: formatCount(lines) })}>
          <FocusKeeper>
            <Records
              entries={discarded}
              actionsOf={(line) => [putBack(line)]}
            />
          </FocusKeeper>
        </Details>
      )}
    </Section>
  );
}

function Records(props: {
  entries: readonly JournalEntry[];
  actionsOf(line: OutboxLine): readonly LineAction[];
}) {
  const lines = useMemo(() => outboxLines(props.entries), [props.entries]);
  const { names, contactOf } = useRecordNames(lines);
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -1 }}>
      {lines.map((line) => (
        <OutboxItem
          key={`${line.c}/${line.id}`}
          line={line}
          who={contactOf(line)}
          names={names}
          waitsFor={null}
          actions={props.actionsOf(line)}
        />
      ))}
    </Box>
  );
}
