import List from "@mui/material/List";
import ListItemButton from "@mui/material/ListItemButton";
import Paper from "@mui/material/Paper";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import {
  useEffect,
  useId,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { askedTemplate } from "../../../shared/domain/visit-template.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";

/**
 * What came of it. `/` offers the interaction templates, narrowed by what is typed behind it, by name or group: Enter takes
 * one, with its minutes and cost, its text in the place of what was typed, and what it wants done.
 */
export function ResultField(props: {
  value: string;
  templates: readonly Code[];
  autoFocus: boolean;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  onChange(result: string): void;
  onTemplate(template: Code): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const listId = useId();
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const { value } = props;
  const codes = useCodes();
  const asked = askedTemplate(value);
  useEffect(() => {
    setAt(0);
    if (asked === null) setClosed(false);
  }, [asked]);
  const offered =
    asked === null || closed
      ? []
      : props.templates.filter((one) =>
          [
            one.code,
            ...codeText(one, language).split(/\s+/),
            ...groupOf(one).split(/\s+/),
          ].some((word) => fold(word).startsWith(fold(asked))),
        );

  function groupOf({ group }: Code): string {
    return group === undefined
      ? ""
      : codes.text("interactionGroup", group, language);
  }

  function take(template: Code | undefined): void {
    if (!template) return;
    props.onTemplate(template);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (offered.length === 0 || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined)
      setAt((at + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") take(offered[at]);
    else if (event.key === "Escape") setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Box sx={{ position: "relative" }}>
      <TextField
        multiline
        fullWidth
        minRows={4}
        maxRows={10}
        label={t("visit.result")}
        placeholder={t("visit.resultHint")}
        value={value}
        inputRef={props.inputRef}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
        autoFocus={props.autoFocus}
        // Its place is kept: what stands below does not move under the pointer at the first letter.
        helperText={value === "" ? t("visit.slashHint") : " "}
        slotProps={{
          htmlInput: {
            "aria-autocomplete": "list",
            "aria-controls": offered.length > 0 ? listId : undefined,
            "aria-activedescendant":
              offered.length > 0 ? `${listId}-${at}` : undefined,
          },
        }}
      />
      {offered.length > 0 && (
        <Paper
          elevation={4}
          sx={{
            position: "absolute",
            zIndex: 1,
            top: 40,
            left: 8,
            right: 8,
            maxHeight: 240,
            overflowY: "auto",
          }}
        >
          <List
            id={listId}
            role="listbox"
            aria-label={t("visit.kind")}
            dense
            disablePadding
          >
            {offered.map((one, i) => (
              <ListItemButton
                key={one.id}
                id={`${listId}-${i}`}
                role="option"
                aria-selected={i === at}
                selected={i === at}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(one)}
              >
                <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
                  {codeText(one, language)}
                </Box>
                <Typography variant="caption" color="textSecondary">
                  {groupOf(one)}
                </Typography>
              </ListItemButton>
            ))}
          </List>
        </Paper>
      )}
    </Box>
  );
}
