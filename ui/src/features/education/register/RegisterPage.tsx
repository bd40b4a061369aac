import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { IconButton } from "../../../design/buttons/IconButton";
import { Link } from "../../../design/buttons/Link";
import { Page } from "../../../design/layout/Page";
import { EmptyState } from "../../../design/telling/EmptyState";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { Day } from "../../../ipc/contract";
import { registerWords as words } from "../../../words/education/register";
import { useFormat } from "../../../words/shown/useFormat";
import { monthAfter, monthName, monthOf, type RegisterSearch, type Span, spanOf } from "./months";
import styles from "./Register.module.css";
import { RegisterTables } from "./RegisterTables";

export type RegisterPageProps = {
  search: RegisterSearch;
  onSearch: (next: RegisterSearch) => void;
};

/** What was given out in a month, counted. */
export function RegisterPage({ search, onSearch }: RegisterPageProps) {
  const status = useOffice("security.status", null);
  if (status.error) throw status.error;
  const today = status.data?.today;
  return (
    <Page title={words.title} lead={words.lead}>
      {today === undefined ? (
        <Skeleton label={words.loading} shape="rows" />
      ) : (
        <Counted span={spanOf(search, today)} today={today} onSearch={onSearch} />
      )}
    </Page>
  );
}

type CountedProps = { span: Span; today: Day; onSearch: RegisterPageProps["onSearch"] };

function Counted({ span, today, onSearch }: CountedProps) {
  const register = useOfficeKeeping("education.register", span);
  const name = useSpanName(span);
  if (register.error) throw register.error;
  return (
    <div className={styles.page}>
      <MonthSwitch span={span} today={today} name={name} onSearch={onSearch} />
      {register.data === undefined ? (
        <Skeleton label={words.loading} shape="rows" />
      ) : register.data.given === 0 ? (
        <EmptyState
          sentence={words.empty}
          detail={words.hint}
          action={<Link href="/education">{words.library}</Link>}
        />
      ) : (
        <RegisterTables register={register.data} />
      )}
    </div>
  );
}

function MonthSwitch({ span, today, name, onSearch }: CountedProps & { name: string }) {
  const thisMonth = monthOf(today);
  const isNow = span.from === thisMonth.from && span.to === thisMonth.to;
  const open = (next: Span) => onSearch(next.from === thisMonth.from ? {} : next);
  return (
    <div className={styles.months}>
      <IconButton
        label={words.earlier}
        icon={ChevronLeft}
        onPress={() => open(monthAfter(span, -1))}
      />
      <h2 className={styles.month} aria-live="polite">
        {name}
      </h2>
      <IconButton
        label={words.later}
        icon={ChevronRight}
        isDisabled={span.to >= thisMonth.to}
        onPress={() => open(monthAfter(span, 1))}
      />
      {isNow ? null : (
        <Button size="small" onPress={() => onSearch({})}>
          {words.thisMonth}
        </Button>
      )}
    </div>
  );
}

function useSpanName(span: Span): string {
  const format = useFormat();
  return monthName(span) ?? words.span(format.date(span.from), format.date(span.to));
}
