import type { IpcMainInvokeEvent } from "electron";
import {
  requests,
  type Handlers,
  type RequestName,
} from "../../shared/ipc/contract.ts";
import type { RefusalKind, Reply } from "../../shared/ipc/reply.ts";

/** What we use of Electron's `ipcMain`. */
export interface IpcServer<Event> {
  handle(
    channel: string,
    answer: (event: Event, input: unknown) => Promise<Reply>,
  ): void;
}

/** Who asks: only the main frame of our own window, showing our own page, is answered. */
export type Sender = Pick<IpcMainInvokeEvent, "senderFrame" | "sender">;

/**
 * Answers every request of the contract, and nothing else. Each one passes three gates: the sender, the schema of what
 * comes in, the schema of what goes out (which also drops every member that the contract does not name).
 *
 * Never rejects: Electron would keep only an error's message.
 */
export function serve<Event>(deps: {
  readonly ipc: IpcServer<Event>;
  readonly handlers: Handlers;
  readonly isTrusted: (event: Event) => boolean;
  /** Told of handlers that threw: a bug or a disk that failed. Names the request, never its content. */
  readonly onFailure: (name: RequestName, error: unknown) => void;
}): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    deps.ipc.handle(name, async (event, input) => {
      if (!deps.isTrusted(event)) return refused("untrusted", name);
      const parsed = requests[name].input.safeParse(input);
      if (!parsed.success)
        return refused("bad-input", `${name}: ${problems(parsed.error)}`);
      try {
        const handler = deps.handlers[name] as (
          input: unknown,
        ) => Promise<unknown>;
        const answer = await handler(parsed.data);
        return { ok: true, value: requests[name].output.parse(answer) };
      } catch (error) {
        deps.onFailure(name, error);
        return refused("failed", `${name}: ${messageOf(error)}`);
      }
    });
  }
}

/** True for the main frame of a page of `origin`; workers, frames and anything that was navigated away are strangers. */
export function isOwnMainFrame(
  { senderFrame, sender }: Sender,
  origin: string,
): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  return (
    URL.canParse(senderFrame.url) &&
    senderFrame.url.startsWith(`${origin}/`) &&
    new URL(senderFrame.url).host === new URL(origin).host
  );
}

function refused(kind: RefusalKind, message: string): Reply {
  return { ok: false, kind, message };
}

/** Where the input is wrong and how, never what it was: it may hold personal data. */
function problems(error: {
  readonly issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly code?: string | undefined;
  }[];
}): string {
  return error.issues
    .map(({ path, code }) => `${path.map(String).join(".")} ${code ?? ""}`)
    .join(", ");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown error";
}
