import { useState } from "react";
import { tell } from "../../../../design/overlays/Toast";
import { useAction } from "../../../../ipc/cache";
import type { Id, MovesView, SettledInput } from "../../../../ipc/contract";
import { type OfficeError, toOfficeError } from "../../../../ipc/errors";
import { stopWork } from "../../../../ipc/useProgress";
import { rulesWords } from "../../../../words/rules/rules";
import { asksFirst, type Beyond, beyond, type Effect, goesThroughCases } from "./effects";

/** Something somebody wants to settle. */
export type Wish = {
  choices: SettledInput[];
  effect: Effect;
  /** What is told once it is saved. */
  done: string;
  onSaved?: (() => void | Promise<void>) | undefined;
  /** Hears what was wrong with it; without this it is told at the corner. */
  onProblem?: ((problem: OfficeError) => void) | undefined;
};

/** What stands before the person: which clocks would move. Without a wish they only wait for it. */
export type Asking = {
  wish: Wish | null;
  moves: MovesView;
  /** Clocks that were left as they were before: they move too when all are counted again. */
  left: number;
};

/** Open clocks are counted again, or were until it ended early. */
export type Counting = {
  isPending: boolean;
  problem: OfficeError | null;
  wasStopped: boolean;
  stop: () => void;
  goOn: () => void;
  leave: () => void;
};

export type Settling = {
  /** While open clocks are looked at, or while it is saved. */
  isPending: boolean;
  settle: (wish: Wish) => void;
  asking: Asking | null;
  ask: (moves: MovesView) => void;
  answer: (countAgain: boolean) => void;
  back: () => void;
  counting: Counting | null;
  /** Counts open clocks again; `settle` goes through all open cases too. */
  count: (settle: boolean) => void;
};

type TellDone = (words: string, entry: Id | null) => void;

/** Saves what the office settles, and asks first when that moves the dates of open clocks. */
export function useSettling(tellDone: TellDone): Settling {
  const look = useAction("clocks.preview_settings");
  const save = useAction("clocks.settle_rules");
  const [asking, setAsking] = useState<Asking | null>(null);
  const counting = useCounting(tellDone);

  const put = async (wish: Wish, countAgain: boolean) => {
    const { entry } = await save.mutateAsync({ choices: wish.choices });
    setAsking(null);
    await wish.onSaved?.();
    if (countAgain) counting.count(goesThroughCases(wish.effect));
    else tellDone(wish.done, entry);
  };
  const movesOf = async (choices: SettledInput[]): Promise<Beyond> => {
    const { output: moves } = await look.mutateAsync({ choices });
    if (moves.total === 0) return { moves, left: 0 };
    return beyond(moves, (await look.mutateAsync({ choices: [] })).output);
  };
  const settled = async (wish: Wish) => {
    if (wish.effect === "none") return put(wish, false);
    const { moves, left } = await movesOf(wish.choices);
    if (asksFirst(wish.effect, moves)) setAsking({ wish, moves, left });
    else await put(wish, false);
  };
  const failed = (wish: Wish) => (thrown: unknown) => {
    setAsking(null);
    const problem = toOfficeError(thrown);
    if (wish.onProblem) wish.onProblem(problem);
    else tell({ words: problem.message, tone: "late" });
  };
  const answer = (countAgain: boolean) => {
    const wish = asking?.wish;
    if (wish) return void put(wish, countAgain).catch(failed(wish));
    setAsking(null);
    counting.count(false);
  };
  return {
    isPending: look.isPending || save.isPending,
    settle: (wish) => void settled(wish).catch(failed(wish)),
    asking,
    ask: (moves) => setAsking({ wish: null, moves, left: 0 }),
    answer,
    back: () => setAsking(null),
    ...counting,
  };
}

function useCounting(tellDone: TellDone): Pick<Settling, "counting" | "count"> {
  const recount = useAction("clocks.recount");
  const [wasStopped, setStopped] = useState(false);
  const count = (settle: boolean) => {
    setStopped(false);
    recount.mutate(
      { settle },
      {
        onSuccess: ({ output }) => {
          recount.reset();
          tellDone(rulesWords.recount.done(output.moved), null);
        },
      },
    );
  };
  const counting = {
    isPending: recount.isPending,
    problem: recount.error,
    wasStopped,
    stop: () => {
      setStopped(true);
      stopWork();
    },
    goOn: () => count(recount.variables?.settle ?? false),
    leave: () => recount.reset(),
  };
  return { counting: recount.isPending || recount.isError ? counting : null, count };
}
