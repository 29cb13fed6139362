import GlobalStyles from "@mui/material/GlobalStyles";
import { useEffect } from "react";
import { createPortal } from "react-dom";
import { LETTER, type WindowSide } from "../../../shared/domain/letter.ts";
import { paperPage } from "../../ui/paper-page.ts";

/** What stands on one letter beside what all have. */
export interface LetterPage {
  readonly id: string;
  readonly address: readonly string[];
  readonly greeting: string;
  /** Place and day. */
  readonly day: string;
}

const { page, margin, address, sender, body } = LETTER;
const mm = (value: number) => `${value}mm`;

/** Letters as they are printed, each on pages of its own; `ready` when they are in the page. */
export function LetterPages(props: {
  letters: readonly LetterPage[];
  side: WindowSide;
  sender: string;
  subject: string;
  text: string;
  closing: string;
  ready(): void;
}) {
  const { ready, side } = props;
  useEffect(() => {
    // Styles are in the page a frame later.
    const frame = requestAnimationFrame(() => ready());
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  // The margins are the paper's own, so that a second page has them, too.
  const place = (left: number, top: number) => ({
    left: mm(left - margin.left),
    top: mm(top - margin.top),
  });
  return createPortal(
    <div className="letters" aria-hidden>
      <GlobalStyles
        styles={{
          ".letters": { display: "none" },
          "@page": {
            size: `${mm(page.width)} ${mm(page.height)}`,
            margin: `${mm(margin.top)} ${mm(margin.right)} ${mm(margin.bottom)} ${mm(margin.left)}`,
          },
          "@media print": {
            "body > :not(.letters)": { display: "none !important" },
            ...paperPage,
            ".letters": {
              display: "block",
              color: "#000",
              fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
              fontSize: "10.5pt",
              lineHeight: 1.45,
            },
            ".letter": { breakAfter: "page" },
            ".letter:last-child": { breakAfter: "auto" },
            ".letter-head": {
              position: "relative",
              height: mm(body.top - margin.top),
            },
            ".letter-sender, .letter-address, .letter-day": {
              position: "absolute",
              overflow: "hidden",
            },
            ".letter-sender": {
              ...place(sender.left[side], sender.top),
              width: mm(sender.width),
              maxHeight: mm(sender.height),
              fontSize: "9pt",
              whiteSpace: "pre-line",
            },
            ".letter-address": {
              ...place(address.left[side], address.top),
              width: mm(address.width[side]),
              height: mm(address.height),
              fontSize: "10.5pt",
              lineHeight: "4.5mm",
            },
            ".letter-address div": { whiteSpace: "nowrap" },
            ".letter-day": {
              ...place(sender.left[side], body.top - 12),
            },
            ".letter h1": { fontSize: "11.5pt", margin: "0 0 6mm" },
            ".letter p": { margin: "0 0 4mm", whiteSpace: "pre-line" },
            ".letter-closing": { marginTop: "8mm", breakInside: "avoid" },
          },
        }}
      />
      {props.letters.map((letter) => (
        <div className="letter" key={letter.id}>
          <div className="letter-head">
            <div className="letter-sender">{props.sender}</div>
            <div className="letter-address">
              {letter.address.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </div>
            <div className="letter-day">{letter.day}</div>
          </div>
          {props.subject !== "" && <h1>{props.subject}</h1>}
          <p>{letter.greeting}</p>
          {paragraphs(props.text).map(({ at, text }) => (
            <p key={at}>{text}</p>
          ))}
          <p className="letter-closing">{props.closing}</p>
        </div>
      ))}
    </div>,
    document.body,
  );
}

function paragraphs(text: string) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((one, at) => ({ at, text: one }));
}
