import type { Page } from "playwright-core";

/** Real JPEGs of `side` pixels with enough noise to weigh what a portrait does, as base64, made by the window. */
export function makePhotos(
  page: Page,
  count: number,
  side = 400,
): Promise<string[]> {
  return page.evaluate(
    async ({ n, size }) => {
      const made: string[] = [];
      for (let i = 0; i < n; i++) {
        const canvas = new OffscreenCanvas(size, size);
        const context = canvas.getContext("2d");
        if (!context) throw new Error("no canvas");
        const sky = context.createLinearGradient(0, 0, size, size);
        sky.addColorStop(0, `hsl(${i * 47} 60% 70%)`);
        sky.addColorStop(1, `hsl(${i * 47 + 90} 60% 35%)`);
        context.fillStyle = sky;
        context.fillRect(0, 0, size, size);
        for (let dot = 0; dot < 1500; dot++) {
          context.fillStyle = `hsl(${(dot * 137) % 360} 40% 50% / 0.4)`;
          context.fillRect((dot * 71) % size, (dot * 37) % size, 9, 9);
        }
        context.fillStyle = "#f3d6c0";
        context.beginPath();
        context.arc(size / 2, size / 2.4, size / 4, 0, 7);
        context.fill();
        const blob = await canvas.convertToBlob({
          type: "image/jpeg",
          quality: 0.6,
        });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        made.push(btoa(String.fromCharCode(...bytes)));
      }
      return made;
    },
    { n: count, size: side },
  );
}

/** A card of version 3.0 with a picture, its lines folded. */
export function cardWithPhoto(lines: readonly string[], photo: string): string {
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    ...lines,
    `PHOTO;ENCODING=b;TYPE=JPEG:${photo.replace(/(.{72})/g, "$1\r\n ")}`,
    "END:VCARD",
    "",
  ].join("\r\n");
}
