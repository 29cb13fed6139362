/** Unix milliseconds. Injected everywhere: tests and the simulation own time. */
export interface Clock {
  now(): number;
}
