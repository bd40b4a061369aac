import { BookOpen, MessageCircleQuestion } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "../../../../design/buttons/Link";
import { TimelineRow } from "../../../../design/layout/Timeline";
import { DueChip } from "../../../../design/marks/DueChip";
import type { HandoutView, TeachBackView } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { languageName } from "../../../../words/languages";
import { useFormat } from "../../../../words/shown/useFormat";
import { baseOf } from "../language";
import { readHref } from "../panel/GivenRow";
import { backStanding, saidBack } from "../standing";
import styles from "./Story.module.css";

const words = educationGivenWords.story;

type GivenEntryProps = { handout: HandoutView; back: TeachBackView | null };

/** A leaflet that was handed over, with what was said back right then. */
export function GivenEntry({ handout, back }: GivenEntryProps) {
  const format = useFormat();
  const { title, way, language, personName, givenBy, note, id } = handout;
  const about = [
    educationGivenWords.way[way],
    ...(baseOf(language) === "en" ? [] : [languageName(language)]),
    educationGivenWords.panel.to(personName),
    words.by(givenBy),
    ...(back?.interpreter ? [words.interpreter] : []),
  ];
  return (
    <TimelineRow
      id={`handout-${id}`}
      time={format.time(handout.givenAt)}
      title={
        <Title icon="given">
          <Link tone="row" href={readHref(handout)}>
            {words.given(title)}
          </Link>
        </Title>
      }
      marks={back ? <BackChip back={back} /> : null}
      footer={<p>{words.about(about)}</p>}
    >
      {back ? <Quotes back={back} /> : null}
      {note === "" ? null : <p dir="auto">{note}</p>}
    </TimelineRow>
  );
}

/** What somebody could say back, later than it was handed over. */
export function TaughtEntry({ handout, back }: { handout: HandoutView; back: TeachBackView }) {
  const format = useFormat();
  const about = [
    handout.personName,
    words.by(back.by),
    ...(back.interpreter ? [words.interpreter] : []),
  ];
  return (
    <TimelineRow
      id={`taught-${back.id}`}
      time={format.time(back.at)}
      title={<Title icon="taught">{words.back(handout.title)}</Title>}
      marks={<BackChip back={back} />}
      footer={<p>{words.about(about)}</p>}
    >
      <Quotes back={back} />
    </TimelineRow>
  );
}

function Title({ icon, children }: { icon: "given" | "taught"; children: ReactNode }) {
  const Icon = icon === "given" ? BookOpen : MessageCircleQuestion;
  return (
    <span className={styles.title}>
      <Icon className={styles.icon} strokeWidth={1.75} aria-hidden />
      <span dir="auto">{children}</span>
    </span>
  );
}

function BackChip({ back }: { back: TeachBackView }) {
  const { shape, words: state } = backStanding(back);
  return <DueChip shape={shape}>{state}</DueChip>;
}

function Quotes({ back }: { back: TeachBackView }) {
  const said = saidBack(back);
  if (said.length === 0) return null;
  return (
    <ul className={styles.said}>
      {said.map((point) => (
        <li key={point.ask}>
          <bdi className={styles.ask}>{point.ask}</bdi> <q dir="auto">{point.words}</q>
        </li>
      ))}
    </ul>
  );
}
