import type { Block, Document, Inline, Section } from "../../ipc/contract";
import styles from "./Summary.module.css";

/** A document as elements, block by block: text stays text, whatever stands in it. */
export function DocumentView({ document: of }: { document: Document }) {
  return (
    <div lang={of.language}>
      <p className={styles.confidential}>{of.confidential}</p>
      <h2 className={styles.title}>{of.title}</h2>
      <Terms rows={of.head} />
      {of.sections.map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
      <p className={styles.foot}>{of.foot}</p>
    </div>
  );
}

function SectionView({ section }: { section: Section }) {
  return (
    <section className={styles.section} aria-label={section.heading}>
      <h3 className={styles.heading}>{section.heading}</h3>
      {section.blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name and never move.
        <BlockView key={place} block={block} />
      ))}
    </section>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p className={styles.paragraph} dir="auto">
          <Words parts={block.text} />
        </p>
      );
    case "facts":
      return <Terms rows={block.rows} />;
    case "list":
      return (
        <ul className={styles.list}>
          {block.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same.
            <li key={place} dir="auto">
              {row}
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableView block={block} />;
    case "note":
      return <p className={styles.note}>{block.text}</p>;
  }
}

function Words({ parts }: { parts: readonly Inline[] }) {
  return parts.map(({ kind, text }, place) =>
    kind === "strong" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no name.
      <strong key={place}>{text}</strong>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no name.
      <span key={place}>{text}</span>
    ),
  );
}

function Terms({ rows }: { rows: readonly { term: string; value: string }[] }) {
  return (
    <dl className={styles.terms}>
      {rows.map(({ term, value }) => (
        <div key={`${term} ${value}`} className={styles.term}>
          <dt>{term}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TableView({ block }: { block: Extract<Block, { kind: "table" }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is scrolled by keyboard too.
    <section className={styles.tableScroll} aria-label={block.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same.
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={block.head[column] ?? column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
