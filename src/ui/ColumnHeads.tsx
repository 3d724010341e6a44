import { cx } from '@emotion/css';

interface Props {
  styles: { row: string; head: string; unseen: string };
  columns: ReadonlyArray<{
    className: string;
    title: string;
    /** Whether the title is for screen readers alone. */
    isUnseen?: boolean;
  }>;
}

/** The first line of a table whose rows are drawn only near what is seen. */
export function ColumnHeads({ styles, columns }: Props) {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={cx(styles.row, styles.head)}>
        {columns.map(({ className, title, isUnseen }) => (
          <div key={title} role="columnheader" className={className}>
            {isUnseen ? <span className={styles.unseen}>{title}</span> : title}
          </div>
        ))}
      </div>
    </div>
  );
}
