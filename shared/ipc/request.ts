import type { z } from "zod";

/** A request of the window to the main process: what goes in and what comes out, both checked at run time. */
export interface Request<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly input: I;
  readonly output: O;
}

export function request<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Request<I, O> {
  return { input, output };
}
