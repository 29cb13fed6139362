import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useEffect, useState, type ReactNode } from "react";
import { SettingRow } from "./setting-row.tsx";

/**
 * A setting that is typed: it counts at Enter or when its field is left, and Escape brings back what counts. What cannot
 * be read stays in the field, and nothing changes.
 */
export function TypedSettingRow(props: {
  label: string;
  hint: string;
  /** What counts, as it is written. */
  stored: string;
  type?: "text" | "url";
  placeholder?: string;
  width: number;
  /** What a text means, as it is written; null = it cannot be read. */
  read(typed: string): string | null;
  /** Below the field; `bad`: what is typed cannot be read. */
  said(bad: boolean): string | undefined;
  more?: ReactNode;
  onCommit(text: string): void;
}) {
  const { stored } = props;
  const [text, setText] = useState(stored);
  const [bad, setBad] = useState(false);
  function show(shown: string): void {
    setText(shown);
    setBad(false);
  }
  useEffect(() => show(stored), [stored]);
  function commit(): void {
    const meant = props.read(text.trim());
    if (meant === null) return setBad(true);
    show(meant);
    if (meant !== stored) props.onCommit(meant);
  }
  return (
    <SettingRow
      labels
      label={props.label}
      hint={props.hint}
      control={(ids) => (
        <Box
          sx={{
            display: "flex",
            flexDirection: "column",
            alignItems: "flex-start",
            gap: 0.5,
          }}
        >
          <TextField
            type={props.type ?? "text"}
            value={text}
            error={bad}
            helperText={props.said(bad)}
            placeholder={props.placeholder}
            onChange={(event) => show(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === "Enter") commit();
              if (event.key === "Escape") show(stored);
            }}
            slotProps={{
              htmlInput: { id: ids.control, "aria-describedby": ids.hint },
              formHelperText: { role: "status" },
            }}
            sx={{ width: props.width, maxWidth: "100%" }}
          />
          {props.more}
        </Box>
      )}
    />
  );
}
