import { BookOpen, Ellipsis } from "lucide-react";
import { type RefObject, useRef } from "react";
import { Button } from "../../../design/buttons/Button";
import { IconButton } from "../../../design/buttons/IconButton";
import { DraftBar, DraftKept } from "../../../design/forms/DraftNote";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Page } from "../../../design/layout/Page";
import { DueChip } from "../../../design/marks/DueChip";
import { Menu } from "../../../design/overlays/Menu";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useAction } from "../../../ipc/cache";
import type { DraftView, LeafletForm } from "../../../ipc/contract";
import { educationWriteWords } from "../../../words/education/write";
import { generalWords } from "../../../words/messages";
import { PublishDialog } from "./change/PublishDialog";
import { RetireDialog } from "./change/RetireDialog";
import { CheckPanel } from "./check/CheckPanel";
import { FoldedFields } from "./fields/FoldedFields";
import { TextFields } from "./fields/TextFields";
import { stateOf } from "./own/rows";
import { type EditorHold, useEditor } from "./useEditor";
import styles from "./Write.module.css";
import type { WritePageProps } from "./WritePage";

const words = educationWriteWords.edit;

type EditorProps = WritePageProps & { view: DraftView | null; saved: LeafletForm };

/** The text on one side, how it reads and looks on the other. */
export function Editor(props: EditorProps) {
  const { view, purpose, section, go, tellDone } = props;
  const editor = useEditor(props);
  const { draft } = editor;
  const place = useRef<HTMLDivElement>(null);
  const onClose = () => go(`/education/write/${view?.row.id}`);
  const title = draft.body.title.trim() || words.untitled[draft.body.purpose ?? purpose];
  return (
    <Page
      title={<span dir="auto">{title}</span>}
      aside={view ? <State view={view} /> : null}
      width="full"
      actions={<Actions {...props} editor={editor} />}
    >
      <div className={styles.page}>
        <Banners view={view} />
        <DraftBar draft={draft} words={generalWords.draft} />
        <div className={styles.columns} ref={place}>
          {draft.ready ? (
            <Form editor={editor} isNew={view === null} isAsking={section === "publish"} />
          ) : (
            <Skeleton label={words.loading} shape="form" count={5} />
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a preview longer than the window is scrolled by keyboard too. */}
          <aside className={styles.side} tabIndex={0} aria-label={educationWriteWords.check.name}>
            <CheckPanel form={draft.body} onFind={(found) => select(place, found)} />
          </aside>
        </div>
      </div>
      {view && section === "publish" ? (
        <PublishDialog
          view={view}
          onLacking={editor.setLacking}
          onClose={onClose}
          tellDone={tellDone}
        />
      ) : null}
      {view && section === "retire" ? (
        <RetireDialog view={view} onClose={onClose} tellDone={tellDone} />
      ) : null}
    </Page>
  );
}

type FormProps = {
  editor: EditorHold;
  isNew: boolean;
  /** Whether a dialog stands over it: what the text lacks is told when that is gone. */
  isAsking: boolean;
};

function Form({ editor, isNew, isAsking }: FormProps) {
  const { draft, isPending, save, isSaved } = editor;
  const lacking = isAsking ? null : editor.lacking;
  const editing = { form: draft.body, set: draft.set };
  return (
    <OfficeForm
      problem={editor.problem ?? lacking}
      onSubmit={save}
      summaryTitle={editor.problem ? words.problem : educationWriteWords.publish.problem}
      label={words.group}
      isPending={isPending}
      actions={
        <>
          <Button type="submit" isPending={isPending} pendingLabel={words.saving}>
            {words.save}
          </Button>
          <span className={styles.quiet}>{isSaved ? words.upToDate : words.unsaved}</span>
          <DraftKept draft={draft} words={generalWords.draft} />
        </>
      }
    >
      <TextFields {...editing} isNew={isNew} />
      <FoldedFields {...editing} />
    </OfficeForm>
  );
}

function State({ view }: { view: DraftView }) {
  const { shape, words: state } = stateOf(view.row);
  return <DueChip shape={shape}>{state}</DueChip>;
}

function Banners({ view }: { view: DraftView | null }) {
  if (view === null) return null;
  return (
    <>
      {view.row.state === "retired" ? <Banner>{words.retiredBanner}</Banner> : null}
      {view.row.behind ? <Banner tone="soon">{words.behindBanner}</Banner> : null}
    </>
  );
}

function Actions({ view, editor, go, tellDone }: EditorProps & { editor: EditorHold }) {
  const restore = useAction("education.restore");
  const row = view?.row ?? null;
  const isRetired = row?.state === "retired";
  const putBack = () => {
    if (row === null) return;
    const { key, language, title } = row;
    restore.mutate(
      { key, language },
      {
        onSuccess: ({ entry }) => tellDone(words.restored(title), entry),
        onError: ({ message }) => tellDone(message, null),
      },
    );
  };
  const canPublish = !isRetired && (row === null || row.changed || !editor.isSaved);
  return (
    <>
      <Button onPress={editor.save} isDisabled={editor.isSaved} isPending={editor.isPending}>
        {words.save}
      </Button>
      {isRetired ? (
        <Button variant="primary" onPress={putBack} isPending={restore.isPending}>
          {words.restore}
        </Button>
      ) : (
        <Button variant="primary" onPress={editor.publish} isDisabled={!canPublish}>
          {words.publish}
        </Button>
      )}
      {row === null ? null : (
        <Menu
          trigger={<IconButton label={words.more} icon={Ellipsis} />}
          label={words.more}
          entries={[
            ...(row.version > 0 ? [{ id: readHref(row), label: words.read, icon: BookOpen }] : []),
            ...(isRetired
              ? []
              : [{ id: `/education/write/${row.id}#retire`, label: words.retire, isDanger: true }]),
          ]}
          onChoose={go}
          placement="bottom end"
        />
      )}
    </>
  );
}

function readHref({ key, language }: DraftView["row"]): string {
  return `/education/${encodeURIComponent(key)}?lang=${encodeURIComponent(language)}`;
}

/** Shows the place a hint speaks of, in the text. */
function select(
  place: RefObject<HTMLElement | null>,
  found: { start: number; end: number } | null,
): void {
  const text = place.current?.querySelector<HTMLTextAreaElement>('[data-field="body"] textarea');
  if (!text) return;
  text.focus();
  if (found === null) return;
  text.setSelectionRange(found.start, found.end);
  scrollToPlace(text, found.start);
}

/** About the middle of the box: lines wrap, so a place is known by its part of the text. */
function scrollToPlace(text: HTMLTextAreaElement, start: number): void {
  const part = start / Math.max(text.value.length, 1);
  text.scrollTop = text.scrollHeight * part - text.clientHeight / 2;
  text.scrollIntoView({ block: "nearest" });
}
