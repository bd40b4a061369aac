import { DatePicker } from "../../../../design/dates/DatePicker";
import { FieldRow } from "../../../../design/fields/Field";
import { TextField } from "../../../../design/fields/TextField";
import { educationWriteWords } from "../../../../words/education/write";
import { generalWords } from "../../../../words/messages";
import { counted } from "../../../../words/shown/format";
import { limits } from "../../form/limits";
import { Fold } from "../Fold";
import type { Editing } from "./editing";
import { ReachFields, SuggestFields } from "./ReachFields";
import { RowList } from "./RowList";
import { WhoFields } from "./WhoFields";

const words = educationWriteWords.fields;
const ROOM = { limit: limits.line, limitWords: generalWords.characters.room };

/** Everything about a text besides its words, folded until it is wanted. */
export function FoldedFields(editing: Editing) {
  const { form } = editing;
  return (
    <div>
      <Fold
        title={words.reach}
        inside={words.reachHint}
        fields={["topic", "audiences", "settings", "purpose"]}
      >
        <ReachFields {...editing} />
      </Fold>
      {form.purpose === "leaflet" ? (
        <Fold
          title={words.suggest}
          inside={words.suggestHint}
          fields={["kinds", "rights", "units", "related"]}
        >
          <SuggestFields {...editing} />
        </Fold>
      ) : null}
      <Fold
        title={words.points}
        inside={said(form.keyPoints.length, "point", words.pointsHint)}
        fields={["keyPoints"]}
      >
        <PointFields {...editing} />
      </Fold>
      <Fold
        title={words.who}
        inside={said(form.who.length, "helper", words.whoHint)}
        fields={["who"]}
      >
        <WhoFields {...editing} />
      </Fold>
      <Fold
        title={words.sources}
        inside={said(form.sources.length, "source", words.sourcesHint)}
        fields={["sources"]}
      >
        <SourceFields {...editing} />
      </Fold>
      <Fold
        title={words.review}
        inside={words.reviewHint}
        fields={["reviewed", "reviewer", "reviewBy", "link"]}
      >
        <ReviewFields {...editing} />
      </Fold>
    </div>
  );
}

function PointFields({ form, set }: Editing) {
  return (
    <RowList
      name="keyPoints"
      rows={form.keyPoints}
      blank={{ ask: "", listenFor: "" }}
      addLabel={words.addPoint}
      nameOf={({ ask }) => ask}
      onChange={(keyPoints) => set((was) => ({ ...was, keyPoints }))}
    >
      {(point, change) => (
        <>
          <TextField
            label={words.ask}
            hint={words.askHint}
            value={point.ask}
            onChange={(ask) => change({ ask })}
            autoFocus={point.ask === ""}
            {...ROOM}
          />
          <TextField
            label={words.listenFor}
            value={point.listenFor}
            onChange={(listenFor) => change({ listenFor })}
            {...ROOM}
          />
        </>
      )}
    </RowList>
  );
}

function SourceFields({ form, set }: Editing) {
  return (
    <RowList
      name="sources"
      rows={form.sources}
      blank={{ title: "", citation: "", publisher: "" }}
      addLabel={words.addSource}
      nameOf={({ title }) => title}
      onChange={(sources) => set((was) => ({ ...was, sources }))}
    >
      {(source, change) => (
        <>
          <TextField
            label={words.sourceTitle}
            value={source.title}
            onChange={(title) => change({ title })}
            autoFocus={source.title === ""}
            {...ROOM}
          />
          <FieldRow>
            <TextField
              label={words.citation}
              value={source.citation}
              onChange={(citation) => change({ citation })}
              {...ROOM}
            />
            <TextField
              label={words.publisher}
              value={source.publisher}
              onChange={(publisher) => change({ publisher })}
              {...ROOM}
            />
          </FieldRow>
        </>
      )}
    </RowList>
  );
}

function ReviewFields({ form, set }: Editing) {
  return (
    <>
      <FieldRow>
        <DatePicker
          label={words.reviewed}
          name="reviewed"
          value={form.reviewed === "" ? null : form.reviewed}
          onChange={(day) => set((was) => ({ ...was, reviewed: day ?? "" }))}
        />
        <DatePicker
          label={words.reviewBy}
          name="reviewBy"
          optional={generalWords.optional}
          value={form.reviewBy}
          onChange={(reviewBy) => set((was) => ({ ...was, reviewBy }))}
        />
      </FieldRow>
      <TextField
        label={words.reviewer}
        name="reviewer"
        optional={generalWords.optional}
        value={form.reviewer ?? ""}
        onChange={(reviewer) => set((was) => ({ ...was, reviewer }))}
        limit={limits.short}
        width="half"
      />
      <TextField
        label={words.link}
        hint={words.linkHint}
        name="link"
        type="url"
        optional={generalWords.optional}
        value={form.link ?? ""}
        onChange={(link) => set((was) => ({ ...was, link }))}
      />
    </>
  );
}

function said(n: number, one: string, hint: string): string {
  return n === 0 ? hint : counted(n, one, `${one}s`);
}
