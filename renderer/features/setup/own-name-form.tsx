import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../ui/session.ts";
import { OwnNameField } from "./own-name-field.tsx";
import { useBecomeSalesperson } from "./use-become-salesperson.ts";

/** Whoever has the notebook to themselves and nobody on the list of salespeople: their name is all that is asked. */
export function OwnNameForm(props: { onDone(): void }) {
  const { t } = useTranslation();
  const { userName } = useSession();
  const become = useBecomeSalesperson();
  const [name, setName] = useState(userName);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        void become(name).then((saved) => saved && props.onDone());
      }}
      sx={{ display: "flex", gap: 1, alignItems: "flex-start", mt: 1 }}
    >
      <OwnNameField value={name} onChange={setName} />
      <Button
        type="submit"
        variant="contained"
        disabled={name.trim() === ""}
        sx={{ mt: 0.25 }}
      >
        {t("first.itIsMe")}
      </Button>
    </Box>
  );
}
