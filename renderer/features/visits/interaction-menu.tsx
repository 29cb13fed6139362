import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import {
  deleteInteraction,
  toggleCanceled,
} from "../../../shared/domain/cancel-interaction.ts";
import { againOf } from "../../../shared/domain/finish-interaction.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCommands } from "../../ui/commands.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useMenu } from "../../ui/use-menu.ts";
import { Mark } from "./timeline-marks.tsx";

/** INT-9 to INT-11: what follows from an interaction, and taking it back. */
export function InteractionMenu(props: {
  interaction: Interaction;
  title: string;
  amended: boolean;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const notify = useNotify();
  const { save } = useLocalStore();
  const { owner } = useSession();
  const { button, menu, wanted, choose } = useMenu();
  const { interaction, title } = props;
  // What was corrected already is corrected in its correction.
  const again = props.amended ? null : againOf(interaction);
  const { id, contactId, canceled = false, salesperson } = interaction;
  // Only its author and managers take it back; the server asks again.
  const isManager = owner.role === "manager" || owner.role === "admin";
  const mine =
    owner.role === undefined ||
    isManager ||
    salesperson === undefined ||
    salesperson === owner.salesperson;

  async function keep(
    label:
      | "action.cancelInteraction"
      | "action.restoreInteraction"
      | "action.deleteInteraction",
    changes: readonly Change[],
  ): Promise<void> {
    const result = await save(label, changes);
    if (result.status === "saved") notify({ text: t(label), undo: true });
    else notify({ text: t(`error.save.${result.reason}`) });
  }
  return (
    <>
      <button
        {...button}
        type="button"
        aria-label={t("interaction.actions", { title })}
      >
        <Mark name="more" />
      </button>
      {wanted && (
        <Menu {...menu}>
          {again && (
            <MenuItem
              disabled={!mine}
              onClick={choose(() =>
                commands.logVisit(contactId, { again: id }),
              )}
            >
              {t(`interaction.${again}`)}
            </MenuItem>
          )}
          <MenuItem
            onClick={choose(() =>
              commands.newTask(contactId, { interactionId: id }),
            )}
          >
            {t("interaction.newTask")}
          </MenuItem>
          <MenuItem
            disabled={canceled}
            onClick={choose(() =>
              commands.newOpportunity(contactId, { interactionId: id }),
            )}
          >
            {t("interaction.newOpportunity")}
          </MenuItem>
          <MenuItem
            disabled={!mine}
            onClick={choose(
              () =>
                void keep(
                  canceled
                    ? "action.restoreInteraction"
                    : "action.cancelInteraction",
                  toggleCanceled(interaction),
                ),
            )}
          >
            {t(canceled ? "interaction.restore" : "interaction.cancel")}
          </MenuItem>
          {canceled && (
            <MenuItem
              disabled={!mine}
              onClick={choose(() => {
                const gone = deleteInteraction(interaction);
                if (gone.ok) void keep("action.deleteInteraction", gone.value);
              })}
            >
              {t("interaction.delete")}
            </MenuItem>
          )}
        </Menu>
      )}
    </>
  );
}
