import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import Button from "@mui/material/Button";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import { TRASH_DAYS } from "../../local-store/undo-log.ts";
import type { UndoLog } from "../../local-store/undo-state.ts";
import type { Command } from "../../local-store/undo-record.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatMoment } from "../../ui/format.ts";
import { KindMark } from "../../ui/kind-mark.tsx";
import { FocusKeeper, Line, Lines } from "../../ui/lines.tsx";
import { useSession } from "../../ui/session.ts";
import { doneCommands } from "../../ui/undo-request.ts";

const DAY_MS = 86_400_000;
const NAMED = 4;

/** What was deleted in the last 30 days, here and by others; each comes back with everything that belongs to it. */
export function TrashList(props: { around: AroundRestore }) {
  const { undo } = useLocalStore();
  const { t } = useTranslation();
  const { now } = useSession();
  const commands = useSyncExternalStore(undo.subscribe, undo.commands);
  const since = now() - TRASH_DAYS * DAY_MS;
  const trash = commands
    .filter((one) => one.deleted && one.state === "done" && one.at >= since)
    .toReversed();
  if (trash.length === 0)
    return (
      <EmptyState
        icon={<DeleteOutlined />}
        title={t("trash.empty")}
        text={t("trash.emptyText", { count: TRASH_DAYS })}
      />
    );
  return (
    <FocusKeeper>
      <Lines label={t("trash.title")}>
        {trash.map((command) => (
          <TrashLine
            key={command.id}
            command={command}
            undo={undo}
            around={props.around}
          />
        ))}
      </Lines>
    </FocusKeeper>
  );
}

/** What else can be done with those who were deleted, beside bringing them back. */
type AroundRestore = (
  deleted: NonNullable<Command["deleted"]>,
  restore: ReactNode,
) => ReactNode;

function TrashLine(props: {
  command: Command;
  undo: UndoLog;
  around: AroundRestore;
}) {
  const { t } = useTranslation();
  const { now } = useSession();
  const [busy, setBusy] = useState(false);
  const { command } = props;
  const deleted = command.deleted ?? [];
  // The company stands for its people.
  const first =
    deleted.findLast(({ type }) => type === "company") ?? deleted[0];
  const others = deleted.filter((one) => one !== first);
  const days = Math.max(
    1,
    Math.ceil((command.at + TRASH_DAYS * DAY_MS - now()) / DAY_MS),
  );
  const name = first?.name ?? "";
  return (
    <Line
      id={command.id}
      mark={
        <KindMark kind={first?.type === "company" ? "company" : "person"} />
      }
      title={
        others.length > 0
          ? t("trash.with", { name, count: others.length })
          : name
      }
      meta={[
        others
          .slice(0, NAMED)
          .map((one) => one.name)
          .join(", "),
        t(command.by === undefined ? "trash.at" : "trash.atByOthers", {
          at: formatMoment(command.at, now()),
        }),
        t("trash.left", { count: days }),
      ]
        .filter((text) => text !== "")
        .join(" · ")}
      end={props.around(
        deleted,
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          aria-label={t("trash.restoreOf", { name })}
          onClick={() => {
            setBusy(true);
            if (!doneCommands().undo(command.id)) setBusy(false);
          }}
        >
          {t("trash.restore")}
        </Button>,
      )}
    />
  );
}
