import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  codeLength,
  proposedCode,
} from "../../../shared/domain/set-up-lists.ts";
import { isStorableText } from "../../../shared/entities/fields.ts";
import type { Code, CodeKind } from "../../../shared/entities/code.ts";
import { useSession } from "../../ui/session.ts";
import { DETAILS } from "./lists.ts";
import { useCodeCommands } from "./use-code-commands.ts";

/** A new code at the end of its list; its letters are proposed from the name and can be typed over. */
export function AddCode(props: {
  kind: CodeKind;
  codes: readonly Code[];
  /** Of a kind that has more than a name: that is asked for before it is saved. */
  onDetails(code: Code): void;
}) {
  const { t } = useTranslation();
  const { kind, codes } = props;
  const { add } = useCodeCommands();
  const { newId } = useSession();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<string | null>(null);
  const [offered, setOffered] = useState("");
  const isThere = codes.some(({ id }) => id === offered);
  // What was typed stays until it is on the list.
  useEffect(() => {
    if (!isThere) return;
    setName("");
    setTyped(null);
  }, [isThere]);
  const taken = codes.map((one) => one.code);
  const proposed = name.trim() === "" ? "" : proposedCode(kind, name, taken);
  const code = (typed ?? proposed).trim().toUpperCase();
  const problem =
    code !== "" && taken.includes(code)
      ? t("setup.taken", { code })
      : isStorableText(name + code)
        ? null
        : t("setup.unstorable");

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === "" || code === "" || problem !== null) return;
    const last = Math.max(0, ...codes.map(({ sort }) => sort ?? 0));
    const fresh = {
      id: newId(),
      kind,
      code,
      description: name.trim(),
      sort: last + 10,
      ...(kind === "closeCode" ? { group: "WON" } : {}),
    };
    setOffered(fresh.id);
    if (DETAILS[kind]) props.onDetails(fresh);
    else await add(fresh);
  }

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      sx={{ display: "flex", gap: 1, alignItems: "flex-start", mt: 2 }}
    >
      <TextField
        autoFocus={codes.length === 0}
        label={t("setup.newName")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        sx={{ flex: 1 }}
      />
      <TextField
        label={t("setup.code")}
        value={typed ?? proposed}
        onChange={(event) => setTyped(event.target.value.toUpperCase())}
        error={problem !== null}
        helperText={problem}
        slotProps={{
          htmlInput: { maxLength: codeLength(kind) },
          formHelperText: { role: "status" },
        }}
        sx={{ width: 150 }}
      />
      <Button
        type="submit"
        variant="outlined"
        startIcon={<AddRounded />}
        disabled={name.trim() === "" || code === "" || problem !== null}
        sx={{ minHeight: 34 }}
      >
        {t("setup.add")}
      </Button>
    </Box>
  );
}
