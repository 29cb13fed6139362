import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isErasure } from "../../../shared/sync/erased.ts";
import { useCommands } from "../../ui/commands.ts";
import { useSession } from "../../ui/session.ts";
import { PendingErasure, useAskedErasures } from "./pending-erasure.tsx";

/** Beside a line of the trash: who is in it can be erased from there; what is asked for is told instead. */
export function TrashErasure(props: {
  contacts: readonly { readonly id: string; readonly name: string }[];
  /** What else can be done with them. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { owner } = useSession();
  const { eraseContact } = useCommands();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const ops = useAskedErasures().flatMap((entry) => entry.ops);
  const { children } = props;
  const isAsked = ({ id }: { readonly id: string }) =>
    ops.some((op) => isErasure(op) && op.id === id);
  const asked = props.contacts.filter(isAsked);
  const contacts = props.contacts.filter((one) => !isAsked(one));
  const [only, ...others] = contacts;
  // At the end of a line: it leaves its beginning room for the name.
  const pending = asked.map(({ id }) => (
    <Box key={id} sx={{ maxWidth: 340, textAlign: "left" }}>
      <PendingErasure contactId={id} />
    </Box>
  ));
  if (!only && pending.length > 0) return pending;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
      {pending}
      {owner.role === "admin" && only && (
        <Button
          size="small"
          color="error"
          aria-haspopup={others.length > 0 ? "menu" : "dialog"}
          onClick={(event) => {
            if (others.length > 0) setAnchor(event.currentTarget);
            else eraseContact(only.id);
          }}
        >
          {t("erase.open")}
        </Button>
      )}
      {children}
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
      >
        {contacts.map(({ id, name }) => (
          <MenuItem
            key={id}
            onClick={() => {
              setAnchor(null);
              eraseContact(id);
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
