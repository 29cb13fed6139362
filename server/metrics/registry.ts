/** What a program counts of itself, as Prometheus text (exposition format 0.0.4). */
export interface Registry {
  counter<L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
  ): Counter<L>;
  histogram<L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
    bounds: readonly number[],
  ): Histogram<L>;
  /** Read when somebody asks; null = not now. */
  gauge(name: string, help: string, read: () => number | null): void;
  text(): string;
}

export interface Counter<L extends string> {
  add(labels: Readonly<Record<L, string>>, amount?: number): void;
}

export interface Histogram<L extends string> {
  observe(labels: Readonly<Record<L, string>>, value: number): void;
}

/** Label values must come from small sets that the program itself knows: never from what somebody sent. */
export function createRegistry(): Registry {
  const families: (() => string[])[] = [];

  function family(
    name: string,
    help: string,
    type: string,
    lines: () => string[],
  ): void {
    families.push(() => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...lines(),
    ]);
  }

  return {
    counter(name, help, labels) {
      const values = new Map<string, number>();
      family(name, help, "counter", () =>
        [...values].map(([key, value]) => `${name}${key} ${value}`),
      );
      return {
        add(of, amount = 1) {
          const key = labelled(labels, of);
          values.set(key, (values.get(key) ?? 0) + amount);
        },
      };
    },

    histogram(name, help, labels, bounds) {
      const series = new Map<
        string,
        { of: Record<string, string>; counts: number[]; sum: number }
      >();
      const names: readonly string[] = [...labels, "le"];
      family(name, help, "histogram", () =>
        [...series].flatMap(([key, { of, counts, sum }]) => {
          let total = 0;
          const buckets = [...bounds, Infinity].map((bound, index) => {
            total += counts[index] ?? 0;
            const le = bound === Infinity ? "+Inf" : String(bound);
            return `${name}_bucket${labelled(names, { ...of, le })} ${total}`;
          });
          return [
            ...buckets,
            `${name}_sum${key} ${sum}`,
            `${name}_count${key} ${total}`,
          ];
        }),
      );
      return {
        observe(of, value) {
          const key = labelled(labels, of);
          const one = series.get(key) ?? {
            of: { ...of },
            counts: Array<number>(bounds.length + 1).fill(0),
            sum: 0,
          };
          const found = bounds.findIndex((bound) => value <= bound);
          const at = found < 0 ? bounds.length : found;
          one.counts[at] = (one.counts[at] ?? 0) + 1;
          one.sum += value;
          series.set(key, one);
        },
      };
    },

    gauge(name, help, read) {
      family(name, help, "gauge", () => {
        const value = read();
        return value === null ? [] : [`${name} ${value}`];
      });
    },

    text: () => `${families.flatMap((lines) => lines()).join("\n")}\n`,
  };
}

function labelled(
  names: readonly string[],
  values: Readonly<Record<string, string>>,
): string {
  if (names.length === 0) return "";
  const pairs = names.map((name) => `${name}="${escaped(values[name] ?? "")}"`);
  return `{${pairs.join(",")}}`;
}

function escaped(value: string): string {
  return value.replace(/["\\\n]/g, (sign) =>
    sign === "\n" ? "\\n" : `\\${sign}`,
  );
}
