import { generalWords } from "../../words/messages";

/** Says how many characters are left, or how many there are too many. */
export function limitWords(left: number): string {
  return left < 0 ? generalWords.characters.over(-left) : generalWords.characters.left(left);
}
