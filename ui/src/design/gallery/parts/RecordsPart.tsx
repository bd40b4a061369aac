import { Facts } from "../../layout/Facts";
import { Stack } from "../../layout/Stack";
import { Badge } from "../../marks/Badge";
import { DayStrip, type StripDay } from "../../records/DayStrip";
import { Paper } from "../../records/Paper";

const DAYS: StripDay[] = [
  { id: "2025-12-31", weekday: "Wed", number: "31", label: "received", role: "start" },
  {
    id: "2026-01-01",
    weekday: "Thu",
    number: "1",
    label: "holiday",
    note: "New Year’s Day",
    role: "skipped",
  },
  { id: "2026-01-02", weekday: "Fri", number: "2", label: "day 1", role: "counted" },
  { id: "2026-01-03", weekday: "Sat", number: "3", label: "weekend", role: "skipped" },
  { id: "2026-01-04", weekday: "Sun", number: "4", label: "weekend", role: "skipped" },
  { id: "2026-01-05", weekday: "Mon", number: "5", label: "day 2", role: "counted" },
  { id: "2026-01-06", weekday: "Tue", number: "6", label: "day 3, due", role: "due" },
];

export function RecordsPart() {
  return (
    <Stack>
      <WhyThisDate />
      <DayStrip
        label="How a longer date was counted"
        days={[
          ...DAYS.slice(0, 3),
          { id: "gap", weekday: "", number: "", label: "26 days", role: "gap" },
          { id: "2026-01-29", weekday: "Thu", number: "29", label: "day 29", role: "counted" },
          { id: "2026-01-30", weekday: "Fri", number: "30", label: "day 30, due", role: "due" },
        ]}
      />
      <Paper size="letter" label="Preview of the case summary">
        <Stack>
          <h1>Case summary</h1>
          <p>Case A-26-0143. Confidential. Prepared March 12, 2026, 10:42 AM.</p>
          <Facts
            rows={[
              { term: "Patient", value: "Ruth Abara" },
              { term: "Kind", value: "Grievance" },
            ]}
          />
          <p>Call light unanswered for two hours on February 27.</p>
        </Stack>
      </Paper>
    </Stack>
  );
}

export function WhyThisDate() {
  return (
    <Stack gap={4}>
      <p>
        The hospital’s policy gives 3 business days to acknowledge. The day it was received does not
        count. New Year’s Day and the weekend do not count.
      </p>
      <DayStrip label="How the date was counted" days={DAYS} />
      <Facts
        rows={[
          {
            term: "Rule",
            value: "Acknowledge a grievance · office policy 4.2, version of July 2025",
          },
          {
            term: "Starts when",
            value:
              "anyone at the hospital first hears it: Wed, Dec 31, 11:40 PM, by phone to 4 West",
          },
          {
            term: "Calendar",
            value: (
              <>
                US federal holidays <Badge>unverified default</Badge>
              </>
            ),
          },
          { term: "Met by", value: "a dated letter or call to the person who raised it" },
        ]}
      />
    </Stack>
  );
}
