import { Button } from "../../../design/buttons/Button";
import { RadioGroup } from "../../../design/choices/RadioGroup";
import { Stack } from "../../../design/layout/Stack";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOfficePages } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { clockFormsWords } from "../../../words/clockForms";
import { useFormat } from "../../../words/shown/useFormat";
import { contactOption } from "../contactOption";
import styles from "./Change.module.css";
import { isNotice } from "./extending";

const words = clockFormsWords.extend;
const PAGE = 20;

type NoticeFieldProps = {
  caseId: Id;
  value: Id | null;
  onChange: (contact: Id) => void;
  /** Leads to the contact box; what is typed here stays a draft. */
  onLog: () => void;
};

/** The notice, from the letters and e-mails of the case that went out; or the way to log it first. */
export function NoticeField({ caseId, value, onChange, onLog }: NoticeFieldProps) {
  const format = useFormat();
  const list = useOfficePages("contacts.list", { case: caseId, after: null, limit: PAGE });
  const notices = list.rows.filter(({ current }) => isNotice(current));
  if (list.isLoading) return <Skeleton label={words.loading} shape="lines" count={2} />;
  return (
    <Stack gap={2}>
      {notices.length === 0 ? (
        <div data-field="contact">
          <p className={styles.label}>{words.contact}</p>
          <p className={styles.quiet}>{words.none}</p>
          <Log onLog={onLog} />
        </div>
      ) : (
        <RadioGroup
          label={words.contact}
          hint={words.contactHint}
          name="contact"
          options={notices.map((contact) => contactOption(contact, format))}
          value={value}
          onChange={onChange}
        />
      )}
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      {list.hasMore ? (
        <Button variant="link" onPress={list.loadMore} isPending={list.isLoadingMore}>
          {words.earlier}
        </Button>
      ) : null}
      {notices.length === 0 ? null : <Log onLog={onLog} />}
    </Stack>
  );
}

function Log({ onLog }: Pick<NoticeFieldProps, "onLog">) {
  return (
    <div>
      <Button variant="link" size="small" onPress={onLog}>
        {words.log}
      </Button>
      <p className={styles.quiet}>{words.logHint}</p>
    </div>
  );
}
