declare module "papaparse" {
  const Papa: {
    parse<Row>(
      text: string,
      options: { readonly header: true; readonly skipEmptyLines: true },
    ): {
      readonly data: readonly Row[];
      readonly meta: { readonly fields?: readonly string[] };
    };
  };
  export default Papa;
}
