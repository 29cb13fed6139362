export const steps = useLive({
  key: "steps",
  collections: ["interactions"],
  async read(store) {
    return (await store.counts()).interactions > 0;
  },
});
export const once = await store.counts();
