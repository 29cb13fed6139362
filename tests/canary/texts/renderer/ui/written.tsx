export const sound = <Button aria-label={t("save")} title="+" color="primary">· {t("save")}</Button>;
export const text = <Button>Save</Button>;
export const label = <Button aria-label="Save" />;
