import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "./format.ts";
import { focusLine, Lines } from "./lines.tsx";

/** The first lines of a longer list and a way to more of them; the focus goes from there to the first new line. */
export function GrowingLines(props: {
  label: string;
  /** How many lines the children are, and how many there would be. */
  shown: number;
  total: number;
  onMore(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const from = useRef<number | null>(null);
  const { label, shown } = props;
  const hidden = props.total - shown;
  useEffect(() => {
    const first = from.current;
    if (first === null || shown <= first || !box.current) return;
    from.current = null;
    focusLine(box.current, first);
  }, [shown]);
  const more = t("today.more", { n: formatCount(hidden) });
  return (
    <Box ref={box}>
      {shown > 0 && <Lines label={label}>{props.children}</Lines>}
      {hidden > 0 && (
        <Button
          color="inherit"
          variant="outlined"
          aria-label={`${more} (${label})`}
          onClick={() => {
            from.current = shown;
            props.onMore();
          }}
          sx={{ mt: 1 }}
        >
          {more}
        </Button>
      )}
    </Box>
  );
}
