import { useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { PassphraseField } from "./passphrase-field.tsx";
import type { passphraseProblem } from "./passphrase-problem.ts";

/**
 * A passphrase that is chosen, typed twice. Tab goes from the first field to the second: an eye between them would take
 * what is typed next, and a blank in it would show the passphrase to the room.
 */
export function NewPassphrase(props: {
  label: string;
  typed: string;
  repeated: string;
  /** Null while nobody wants to know. */
  problem: ReturnType<typeof passphraseProblem>;
  autoFocus?: boolean;
  fields?: readonly [
    first: RefObject<HTMLInputElement | null>,
    second: RefObject<HTMLInputElement | null>,
  ];
  onTyped(text: string): void;
  onRepeated(text: string): void;
}) {
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  const { problem, fields } = props;
  return (
    <>
      <PassphraseField
        autoFocus={props.autoFocus ?? false}
        {...(fields ? { field: fields[0] } : {})}
        eye={{ visible }}
        label={props.label}
        value={props.typed}
        hint={t("vault.tooShort")}
        problem={problem === "too-short" ? t("vault.tooShort") : undefined}
        onChange={props.onTyped}
      />
      <PassphraseField
        {...(fields ? { field: fields[1] } : {})}
        eye={{ visible, toggle: () => setVisible(!visible) }}
        label={t("vault.repeat")}
        value={props.repeated}
        problem={problem === "differs" ? t("vault.differs") : undefined}
        onChange={props.onRepeated}
      />
    </>
  );
}
