import {
  uploadFile,
  type UploadPlace,
  type UploadSource,
} from "../../shared/sync/upload.ts";
import { askHeaders, type HttpAnswer } from "./http.ts";
import { withToken, type SignedIn } from "./transport.ts";
import {
  appendRequest,
  createRequest,
  findRequest,
  placeIn,
  type TusRequest,
} from "./tus-request.ts";

const PACE = {
  ...{ first: 512 * 1024, least: 64 * 1024, most: 4 * 1024 * 1024 },
  ...{ goodMs: 4_000, now: () => performance.now() },
};

/** `uploadFile` over HTTP, with the device's token; answers with the last thing that the server said. */
export async function upload(
  deps: SignedIn,
  file: UploadSource,
): Promise<HttpAnswer<UploadPlace>> {
  let last: HttpAnswer<UploadPlace> = {
    status: "unreachable",
    reason: "offline",
  };
  const ask = async (request: TusRequest) => {
    const answer = await withToken(deps, (access) =>
      askHeaders(deps.fetch, `${deps.url}${request.path}`, {
        ...request,
        access,
      }),
    );
    last =
      answer.status === "ok"
        ? { ...answer, body: placeIn(answer.body, file) }
        : answer;
    return last;
  };
  const line = {
    find: () => ask(findRequest(file)),
    create: () => ask(createRequest(file)),
    append: (offset: number, bytes: Uint8Array<ArrayBuffer>) =>
      ask(appendRequest(file, offset, bytes)),
  };
  await uploadFile(line, file, PACE);
  return last;
}
