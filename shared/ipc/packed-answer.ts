import type { PackedAnswer, ServerAnswer } from "./server.ts";

export function packAnswer(answer: ServerAnswer): PackedAnswer {
  if (answer.status !== "ok") return answer;
  return { ...answer, body: JSON.stringify(answer.body) };
}

export function unpackAnswer(answer: PackedAnswer): ServerAnswer {
  if (answer.status !== "ok") return answer;
  return { ...answer, body: JSON.parse(answer.body) as unknown };
}
