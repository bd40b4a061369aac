import { Button } from "../../buttons/Button";
import { Link } from "../../buttons/Link";
import { Stack } from "../../layout/Stack";
import { Banner } from "../../telling/Banner";
import { EmptyState } from "../../telling/EmptyState";
import { ProgressBar } from "../../telling/ProgressBar";
import { Skeleton } from "../../telling/Skeleton";
import styles from "../Gallery.module.css";

export function TellingPart() {
  return (
    <Stack>
      <div className={styles.grid}>
        <Banner
          title="This is the sample office"
          tone="accent"
          action={<Button size="small">Leave</Button>}
        >
          Nothing here is about a real person.
        </Banner>
        <Banner>Every date on this page is counted on your office’s calendar.</Banner>
        <Banner tone="soon" title="This copy is not encrypted">
          Anyone who gets the file can read it.
        </Banner>
        <Banner tone="late" title="We could not read page 114 of the office file">
          Nothing has been changed. Yesterday’s backup is whole; 12 things were done since.{" "}
          <Link href="#telling">What to do now</Link>
        </Banner>
        <Banner tone="met" live>
          The whole journal was checked. Nothing is missing and nothing was altered.
        </Banner>
        <EmptyState
          sentence="No open cases."
          detail="Closed ones are kept, and can be opened again."
          action={<Button variant="primary">Open a case</Button>}
        />
      </div>
      <ProgressBar
        label="Checking the office file"
        done={120}
        total={400}
        valueText="120 of 400 pages"
        onStop={() => undefined}
        stopLabel="Stop"
      />
      <ProgressBar label="Making the sample office" done={null} total={1} valueText="Counting" />
      <div className={styles.grid}>
        <Skeleton label="Loading the text" />
        <Skeleton label="Loading cases" shape="rows" />
        <Skeleton label="Loading the form" shape="form" count={2} />
        <Skeleton label="Loading cards" shape="card" count={2} />
      </div>
    </Stack>
  );
}
