import type { HandoutView, TeachBackView, TeachPoint } from "../../../ipc/contract";
import { educationGivenWords } from "../../../words/education/given";
import { type DueShape, dueShape } from "../../../words/shown/due";
import { daysInWords, type Format } from "../../../words/shown/format";

const words = educationGivenWords.standing;

export type Standing = { shape: DueShape; words: string };

/** How it stands with what somebody was given: said back, to be gone over again, or not asked. */
export function standingOf(
  handout: Pick<HandoutView, "teachBacks" | "againOn" | "againState" | "againDays">,
  format: Pick<Format, "day">,
): Standing {
  const { teachBacks, againOn, againState, againDays } = handout;
  const last = teachBacks[0];
  if (last === undefined) return { shape: "plain", words: words.notAsked };
  if (againOn !== null && againState !== null) {
    const shape = dueShape({ what: "clock", state: againState });
    if (againState === "overdue") {
      return { shape, words: words.againLate(daysInWords(Math.abs(againDays ?? 0))) };
    }
    if (againState === "today") return { shape, words: words.againToday };
    return { shape: "soon", words: words.againOn(format.day(againOn)) };
  }
  return backStanding(last);
}

/** How one time of asking went. */
export function backStanding(back: Pick<TeachBackView, "points">): Standing {
  if (back.points.some(({ outcome }) => outcome === "not_yet")) {
    return { shape: "soon", words: words.notYet };
  }
  return { shape: "met", words: wasExplained(back) ? words.retaught : words.understood };
}

/** What is not clear yet, by the last time it was asked. */
export function openPoints({ teachBacks }: Pick<HandoutView, "teachBacks">): string[] {
  const points = teachBacks[0]?.points ?? [];
  return points.filter(({ outcome }) => outcome === "not_yet").map(({ ask }) => ask);
}

/** The points somebody answered in words of their own. */
export function saidBack({ points }: Pick<TeachBackView, "points">): TeachPoint[] {
  return points.filter((point) => point.words !== "");
}

function wasExplained({ points }: Pick<TeachBackView, "points">): boolean {
  return points.some(({ outcome }) => outcome === "retaught");
}
