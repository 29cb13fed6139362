type Taker = (file: File) => void;

let taker: Taker | null = null;

/** The open card takes an image that is dropped anywhere in the window; the return value ends that. */
export function onPictureDropped(take: Taker): () => void {
  taker = take;
  return () => {
    if (taker === take) taker = null;
  };
}

/** Who would take one image now; null = nobody. */
export function pictureTaker(
  items: readonly { readonly type: string }[],
): Taker | null {
  const [first, ...others] = items;
  return first?.type.startsWith("image/") && others.length === 0 ? taker : null;
}
