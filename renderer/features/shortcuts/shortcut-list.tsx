import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  commandIds,
  commandOf,
  type CommandId,
  type OwnKeys,
} from "../../../shared/commands/commands.ts";
import { FIXED } from "./fixed-keys.ts";
import { KeyRow } from "./key-row.tsx";

/** Every command of the table with its key, which can be another one that nobody has. */
export function ShortcutList(props: {
  own: OwnKeys;
  /** Lines whose name or key does not hold this text are left out. */
  matches?: (text: string) => boolean;
  onChange(own: OwnKeys): void;
}) {
  const { t } = useTranslation();
  const { own, matches = () => true } = props;
  const [asking, setAsking] = useState<CommandId | null>(null);

  function takenBy(id: CommandId, key: string): string | null {
    const other = commandOf(key, own);
    if (other !== null && other !== id) return t(`cmd.${other}`);
    const fixed = FIXED.flatMap(({ keys }) => [...keys]).find(
      (one) => "key" in one && one.key === key,
    );
    return fixed ? t(fixed.word) : null;
  }

  function choose(id: CommandId, key: string | null): void {
    const { [id]: _before, ...others } = own;
    props.onChange(key === null ? others : { ...others, [id]: key });
    setAsking(null);
  }

  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
        {commandIds
          .filter((id) => matches(t(`cmd.${id}`)))
          .map((id) => (
            <KeyRow
              key={id}
              id={id}
              own={own}
              asking={asking === id}
              takenBy={(key) => takenBy(id, key)}
              onAsk={() => setAsking(id)}
              onLeave={() => setAsking(null)}
              onChoose={(key) => choose(id, key)}
            />
          ))}
      </Box>
      {Object.keys(own).length > 0 && (
        <Button
          size="small"
          color="inherit"
          sx={{ mt: 1 }}
          onClick={() => props.onChange({})}
        >
          {t("keys.resetAll")}
        </Button>
      )}
    </>
  );
}
