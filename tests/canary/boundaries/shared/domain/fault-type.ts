export type X = import("../sync/machine.ts").Y;
