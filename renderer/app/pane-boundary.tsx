import ReportProblemOutlined from "@mui/icons-material/ReportProblemOutlined";
import Button from "@mui/material/Button";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state.tsx";

interface Props {
  /** A new key (another page) gives the pane another chance. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** One pane that fails leaves the others alive. React wants a class for this. */
export class PaneBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetKey !== this.props.resetKey && this.state.error) {
      this.setState({ error: null });
    }
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? (
      <Failed error={error} onAgain={() => this.setState({ error: null })} />
    ) : (
      this.props.children
    );
  }
}

function Failed(props: { error: Error; onAgain: () => void }) {
  const { t } = useTranslation();
  const details = `${props.error.name}: ${props.error.message}`;
  return (
    <EmptyState
      icon={<ReportProblemOutlined />}
      title={t("error.pane")}
      text={t("error.paneSafe")}
    >
      <Button variant="contained" onClick={props.onAgain}>
        {t("error.again")}
      </Button>
      <Button
        variant="outlined"
        onClick={() => void navigator.clipboard.writeText(details)}
      >
        {t("error.copy")}
      </Button>
    </EmptyState>
  );
}
