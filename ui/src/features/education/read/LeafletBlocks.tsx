import { Each } from "../../../design/Each";
import type { LeafletBlock, LimitView, TermView } from "../../../ipc/contract";
import { readWords as words } from "../../../words/education/read";
import { directionOf } from "../../../words/languages";
import styles from "./LeafletBlocks.module.css";
import { Inlines, type Knowing } from "./LeafletWords";

export type LeafletBlocksProps = {
  blocks: readonly LeafletBlock[];
  /** BCP 47 tag of the text. */
  language: string;
  /** The glossary; without it its words are plain. */
  terms?: readonly TermView[] | undefined;
  /** What is known about the figures of law in the text. */
  limits?: readonly LimitView[] | undefined;
};

/** The text of a leaflet as elements, block by block: text stays text, whatever stands in it. */
export function LeafletBlocks({ blocks, language, terms, limits }: LeafletBlocksProps) {
  const knowing: Knowing = { language, terms: terms ?? [], limits: limits ?? [] };
  return (
    <div className={styles.text} lang={language} dir={directionOf(language)}>
      <Blocks of={blocks} knowing={knowing} />
    </div>
  );
}

type Drawn<B> = { block: B; knowing: Knowing };
type Kind<K extends LeafletBlock["kind"]> = Extract<LeafletBlock, { kind: K }>;

function Blocks({ of, knowing }: { of: readonly LeafletBlock[]; knowing: Knowing }) {
  return <Each of={of}>{(block) => <BlockView block={block} knowing={knowing} />}</Each>;
}

function BlockView({ block, knowing }: Drawn<LeafletBlock>) {
  switch (block.kind) {
    case "heading":
      return <Heading block={block} knowing={knowing} />;
    case "paragraph":
      return (
        <p className={styles.paragraph}>
          <Inlines of={block.text} knowing={knowing} />
        </p>
      );
    case "list":
      return <List block={block} knowing={knowing} />;
    case "table":
      return <TableView block={block} knowing={knowing} />;
    case "quote":
      return (
        <blockquote className={styles.quote}>
          <Blocks of={block.blocks} knowing={knowing} />
        </blockquote>
      );
  }
}

function Heading({ block, knowing }: Drawn<Kind<"heading">>) {
  const Element = block.level <= 2 ? "h2" : "h3";
  return (
    <Element className={styles[Element]}>
      <Inlines of={block.text} knowing={knowing} />
    </Element>
  );
}

function List({ block, knowing }: Drawn<Kind<"list">>) {
  const Element = block.ordered ? "ol" : "ul";
  return (
    <Element className={styles[Element]}>
      <Each of={block.items}>
        {(point) => (
          <li>
            <Blocks of={point} knowing={knowing} />
          </li>
        )}
      </Each>
    </Element>
  );
}

function TableView({ block, knowing }: Drawn<Kind<"table">>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the text is scrolled by keyboard too.
    <section className={styles.scroll} aria-label={words.table} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <Each of={block.head}>
              {(cell) => (
                <th scope="col">
                  <Inlines of={cell} knowing={knowing} />
                </th>
              )}
            </Each>
          </tr>
        </thead>
        <tbody>
          <Each of={block.rows}>
            {(row) => (
              <tr>
                <Each of={row}>
                  {(cell) => (
                    <td>
                      <Inlines of={cell} knowing={knowing} />
                    </td>
                  )}
                </Each>
              </tr>
            )}
          </Each>
        </tbody>
      </table>
    </section>
  );
}
