import { Button } from "../../../design/buttons/Button";
import { DocumentView } from "../../../design/records/DocumentView";
import { Paper } from "../../../design/records/Paper";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { dropTopics, useOfficeKeeping } from "../../../ipc/cache";
import type { Handing } from "../../../ipc/contract";
import { paperWords as words } from "../../../words/education/paper";

/** The sheets as they will be printed. */
export function Preview({ handing }: { handing: Handing }) {
  const preview = useOfficeKeeping("education.preview", { handing });
  if (preview.error) {
    return (
      <Banner
        tone="late"
        title={words.failed}
        action={<Button onPress={() => dropTopics(["education"])}>{words.again}</Button>}
      >
        {preview.error.message}
      </Banner>
    );
  }
  const document = preview.data;
  if (document === undefined) return <Skeleton label={words.loading} shape="form" count={6} />;
  return (
    <Paper size={document.paper} label={words.preview(document.title)}>
      <DocumentView document={document} />
    </Paper>
  );
}
