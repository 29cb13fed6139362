/**
 * French sets a space before `: ; ? ! %` and inside its guillemets, at which no line may break: the words are written
 * with plain spaces and get the others here.
 */
export function withoutBreaks(
  words: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, joined(text)]),
  );
}

function joined(text: string): string {
  return text.replaceAll(/ (?=[:;?!»%])|(?<=«) /g, "\u00a0");
}
