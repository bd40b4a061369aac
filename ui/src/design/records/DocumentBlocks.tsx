import type { Block, Fact, Inline } from "../../ipc/contract";
import { Each } from "../Each";
import styles from "./DocumentView.module.css";

type Kind<K extends Block["kind"]> = Extract<Block, { kind: K }>;

export function DocumentBlocks({ of }: { of: readonly Block[] }) {
  return <Each of={of}>{(block) => <BlockView block={block} />}</Each>;
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return (
        <p className={styles.inner} dir="auto">
          {block.text}
        </p>
      );
    case "paragraph":
      return (
        <p className={styles.paragraph} dir="auto">
          <Words parts={block.text} />
        </p>
      );
    case "facts":
      return <Terms rows={block.rows} />;
    case "list":
      return <List block={block} />;
    case "table":
      return <TableView block={block} />;
    case "note":
      return <p className={styles.note}>{block.text}</p>;
    case "line":
      return (
        <p className={styles.line} dir="auto">
          {block.text}
        </p>
      );
    case "code":
      return <Code block={block} />;
  }
}

function Words({ parts }: { parts: readonly Inline[] }) {
  return (
    <Each of={parts}>
      {({ kind, text }) =>
        kind === "strong" ? <strong>{text}</strong> : kind === "emphasis" ? <em>{text}</em> : text
      }
    </Each>
  );
}

export function Terms({ rows }: { rows: readonly Fact[] }) {
  return (
    <dl className={styles.terms}>
      <Each of={rows}>
        {({ term, value }) => (
          <div className={styles.term}>
            <dt dir="auto">{term}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        )}
      </Each>
    </dl>
  );
}

function List({ block }: { block: Kind<"list"> }) {
  const Element = block.ordered ? "ol" : "ul";
  return (
    <Element className={styles[Element]}>
      <Each of={block.rows}>
        {(row) => (
          <li>
            <DocumentBlocks of={row} />
          </li>
        )}
      </Each>
    </Element>
  );
}

/** A square a phone can read: the dark cells as one path, with the quiet edge it needs. */
function Code({ block: { side, dark, text } }: { block: Kind<"code"> }) {
  const path = dark.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join("");
  return (
    <figure className={styles.code}>
      <svg
        viewBox={`-2 -2 ${side + 4} ${side + 4}`}
        role="img"
        aria-label={text}
        shapeRendering="crispEdges"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <figcaption dir="auto">{text}</figcaption>
    </figure>
  );
}

function TableView({ block }: { block: Kind<"table"> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keyboard too.
    <section className={styles.scroll} aria-label={block.caption || undefined} tabIndex={0}>
      <table className={styles.table}>
        {block.caption === "" ? null : <caption>{block.caption}</caption>}
        <thead>
          <tr>
            <Each of={block.head}>{(words) => <th scope="col">{words}</th>}</Each>
          </tr>
        </thead>
        <tbody>
          <Each of={block.rows}>
            {(row) => (
              <tr>
                <Each of={row}>{(cell) => <td dir="auto">{cell}</td>}</Each>
              </tr>
            )}
          </Each>
        </tbody>
      </table>
    </section>
  );
}
