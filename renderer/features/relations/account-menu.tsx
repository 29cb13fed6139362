import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Button from "@mui/material/Button";
import ListSubheader from "@mui/material/ListSubheader";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountKind } from "../../../shared/entities/account.ts";
import { useMenu } from "../../ui/use-menu.ts";
import { CreateAsDialog } from "./create-as-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import type { RelationsOfContact } from "./use-relations.ts";

type Action = "create" | "link";

/** CNV-1, CNV-3: makes a record of the ERP from the contact, or links one that exists. */
export function AccountMenu({ relations }: { relations: RelationsOfContact }) {
  const { t } = useTranslation();
  const { button, menu, wanted, choose } = useMenu();
  const [chosen, setChosen] = useState<readonly [Action, AccountKind] | null>(
    null,
  );
  const kinds = AccountKind.options.filter(
    (kind) => kind !== "employee" || relations.contact.type === "person",
  );
  const close = () => setChosen(null);
  return (
    <>
      <Button
        {...button}
        size="small"
        color="inherit"
        endIcon={<ExpandMoreRounded />}
        sx={{ ml: -1, color: "text.secondary" }}
      >
        {t("relations.accounts")}
      </Button>
      {wanted && (
        <Menu {...menu}>
          {(["create", "link"] as const).flatMap((action) => [
            <ListSubheader key={action} role="presentation">
              {t(
                action === "create"
                  ? "relations.createAs"
                  : "relations.linkWith",
              )}
            </ListSubheader>,
            ...kinds.map((kind) => (
              <MenuItem
                key={`${action}/${kind}`}
                aria-label={`${t(
                  action === "create"
                    ? "relations.createAs"
                    : "relations.linkWith",
                )}: ${t(`account.${kind}`)}`}
                onClick={choose(() => setChosen([action, kind]))}
              >
                {t(`account.${kind}`)}
              </MenuItem>
            )),
          ])}
        </Menu>
      )}
      {chosen?.[0] === "create" && (
        <CreateAsDialog
          relations={relations}
          kind={chosen[1]}
          onClose={close}
        />
      )}
      {chosen?.[0] === "link" && (
        <LinkDialog relations={relations} kind={chosen[1]} onClose={close} />
      )}
    </>
  );
}
