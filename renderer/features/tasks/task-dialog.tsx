import { useEffect, useState } from "react";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useFoundDraft } from "../../local-store/use-kept-form.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import type { WorkFrom } from "../../ui/commands.ts";
import { TaskForm } from "./task-form.tsx";

export interface TaskStart {
  /** Null = a new one. */
  readonly task: Task | null;
  readonly contact: Contact | null;
  readonly attendees: readonly Contact[];
  readonly from: WorkFrom | undefined;
  /** The set-up's, for one that would be nobody's. */
  readonly salesperson: string;
}

/** A task, new or as it stands. */
export function TaskDialog(props: {
  taskId: string | null;
  contactId: string;
  from: WorkFrom | undefined;
  onClose(): void;
}) {
  const { store } = useLocalStore();
  const { taskId, contactId, from, onClose } = props;
  const [start, setStart] = useState<TaskStart | null>(null);
  const found = useFoundDraft(
    "task",
    taskId ?? `new/${contactId}`,
    useOpenElsewhere(onClose),
  );
  useEffect(() => {
    let current = true;
    void (async () => {
      const task = taskId === null ? null : await store.get("tasks", taskId);
      // Deleted elsewhere meanwhile.
      if (taskId !== null && !task) return onClose();
      const about = task ? (task.contactId ?? "") : contactId;
      const contact = about === "" ? null : await store.get("contacts", about);
      const met = await store.getMany("contacts", task?.attendees ?? []);
      const setting = await readMarketing(store);
      if (!current) return;
      setStart({
        ...{ task, contact, attendees: [...met.values()], from },
        salesperson: setting?.defaultSalesperson ?? "",
      });
    })();
    return () => {
      current = false;
    };
  }, [store, taskId, contactId, from, onClose]);
  if (!start || !found) return null;
  return <TaskForm start={start} found={found} onClose={onClose} />;
}
