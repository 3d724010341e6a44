import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { layOutPlot, type PlotInput, type PlotLayout, type Slot } from './plotLayout';
import { describePlot, describeSlot } from './plotTexts';
import { PlotDrawing } from './PlotDrawing';

interface Props {
  input: PlotInput;
  width: number;
}

/** The picture of the deliveries. What stands at the pointer, or where the arrow keys lead, is told below it. */
export function Plot({ input, width }: Props) {
  const styles = useStyles2(getStyles);
  const layout = useMemo(() => layOutPlot(input, width), [input, width]);
  const [at, setAt] = useState<number>();
  const { slots } = layout;
  const index = at === undefined ? undefined : slots.findIndex(({ from, to }) => from <= at && at < to);
  const slot = index === undefined ? undefined : slots[index];
  const text = slot ? describeSlot(slot, input.now) : describePlot(input);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setAt(slotAt(layout, x)?.from);
  };
  const press = (event: KeyboardEvent) => {
    const target = targetOf(event.key, index ?? slots.length, slots.length);
    if (target !== undefined) {
      event.preventDefault();
      setAt(slots[target]?.from);
    }
  };
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('status.plot.label', 'Deliveries over time')}
        aria-valuemin={0}
        aria-valuemax={slots.length - 1}
        aria-valuenow={index ?? slots.length - 1}
        aria-valuetext={text}
        className={styles.plot}
        onPointerMove={point}
        onPointerLeave={() => setAt(undefined)}
        onBlur={() => setAt(undefined)}
        onKeyDown={press}
      >
        <PlotDrawing layout={layout} width={width} now={input.now} marked={slot} />
      </div>
      <p className={styles.text}>{text}</p>
    </>
  );
}

const slotAt = ({ slots }: PlotLayout, x: number): Slot | undefined =>
  slots.find((slot) => slot.x <= x && x < slot.x + slot.width);

/** Where a key leads from one of so many slots; undefined for keys that lead nowhere. */
function targetOf(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({ width: '100%', touchAction: 'pan-y' }),
  text: css({ margin: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
