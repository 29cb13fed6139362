import type { Presets } from "../../../shared/domain/typed-visit.ts";
import type { Ghost } from "../../../shared/domain/week/ghosts.ts";
import type {
  RowState,
  WeekRow,
} from "../../../shared/domain/week/week-row.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Task } from "../../../shared/entities/task.ts";

export interface Choosable {
  readonly id: string;
  readonly name: string;
}

/** What a row shows and presets of its contact. */
export interface KnownContact {
  readonly name: string;
  /** Company or place. */
  readonly where: string;
  readonly blocked: boolean;
  /** Null until it was read. */
  readonly presets: ((template: string) => Omit<Presets, "opened">) | null;
  /** Whom one may have met besides, and open opportunities; none until they were read. */
  readonly people: readonly Choosable[];
  readonly opportunities: readonly Choosable[];
}

/** One row of the grid. */
export type Line =
  | {
      readonly kind: "typed";
      readonly row: WeekRow;
      readonly state: RowState;
      readonly contact: KnownContact | null;
      /** What it is about, when it was a proposal. */
      readonly about: string;
      /** Names of those met besides. */
      readonly met: readonly string[];
      readonly opportunity: string;
    }
  | {
      readonly kind: "logged";
      readonly visit: Interaction;
      readonly contact: KnownContact | null;
      readonly step: Task | null;
      readonly met: readonly string[];
      readonly opportunity: string;
    }
  | {
      readonly kind: "ghost";
      readonly ghost: Ghost;
      readonly contact: KnownContact | null;
    };

/** The columns, in the order that Enter goes through. */
export const COLUMNS = [
  "when",
  "who",
  "outcome",
  "note",
  "nextStep",
  "minutes",
  "kind",
  "with",
  "opportunity",
] as const;
export type Column = (typeof COLUMNS)[number];

/** By day and time; what has no time stands below what has one, new rows below all. */
export function sortKeyOf(line: Line): string {
  switch (line.kind) {
    case "typed": {
      const { day, time, visitId } = line.row;
      if (line.state.kind === "blank") return `~${visitId}`;
      return `${day} ${time || "~"} ${visitId}`;
    }
    case "logged": {
      const { date, time, id } = line.visit;
      return `${date} ${time ?? "~"} ${id}`;
    }
    case "ghost": {
      const { day, time, key } = line.ghost;
      return `${day} ${time || "~"} ~${key}`;
    }
  }
}

export function dayOf(line: Line | undefined): string {
  switch (line?.kind) {
    case "typed":
      return line.row.day;
    case "logged":
      return line.visit.date;
    case "ghost":
      return line.ghost.day;
    case undefined:
      return "";
  }
}
