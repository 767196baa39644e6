/** What was measured over the time that is shown: speed, and what the person chooses beside it. */
import { Button, Chip } from '@mantine/core';
import { IconZoomIn, IconZoomReset } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ReadingKind, RouteView } from '@/ipc/generated/contract';
import { Chart } from './Chart';
import classes from './history.module.css';
import type { Part } from './part';
import type { Playback } from './playback';
import type { useLook } from './useLook';
import type { useRoutes } from './useRoutes';

/** Shown at first, of those that there are. */
const AT_FIRST: readonly ReadingKind[] = ['fuel', 'temperature'];

/** How much closer a look is, and the shortest time that is looked at. */
const CLOSER = 4;
const SHORTEST_S = 120;

interface Props {
  whole: RouteView;
  shown: RouteView;
  look: ReturnType<typeof useLook>;
  routes: ReturnType<typeof useRoutes>;
  playback: Playback;
}

export function Charts({ whole, shown, look, routes, playback }: Props) {
  const { t } = useTranslation('history');
  const [chosen, setChosen] = useState<readonly string[]>(AT_FIRST);
  const all: Part = { from: whole.atS[0] ?? 0, to: whole.atS.at(-1) ?? 0 };
  const part = look.part ?? all;
  const kinds = whole.readings.map(({ kind }) => kind);
  return (
    <section className={classes.charts} aria-labelledby="history-charts">
      <div className={classes.line}>
        <h2 id="history-charts" className={classes.title}>
          {t('charts.title')}
        </h2>
        {kinds.length > 0 && (
          <Chip.Group multiple value={[...chosen]} onChange={setChosen}>
            <fieldset
              aria-label={t('charts.choose')}
              className={`${classes.fieldset} ${classes.chips}`}
            >
              {kinds.map((kind) => (
                <Chip key={kind} size="xs" value={kind}>
                  {t(`charts.${kind}`)}
                </Chip>
              ))}
            </fieldset>
          </Chip.Group>
        )}
        <Closer part={part} look={look} playback={playback} />
      </div>
      {look.part && <PartWords part={look.part} />}
      {routes.detailError && (
        <ErrorNotice
          title={t('partFailed')}
          error={routes.detailError.body}
          onRetry={routes.refetchDetail}
        />
      )}
      <Chart kind="speed" route={shown} part={part} playback={playback} onPart={look.showPart} />
      {kinds
        .filter((kind) => chosen.includes(kind))
        .map((kind) => (
          <Chart
            key={kind}
            kind={kind}
            route={shown}
            part={part}
            playback={playback}
            onPart={look.showPart}
          />
        ))}
      <p className={classes.hint}>{t('charts.hint')}</p>
    </section>
  );
}

function PartWords({ part }: { part: Part }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const text = (at: number) => formats.moment(new Date(at * 1000).toISOString());
  return (
    <p className={classes.text} role="status" data-testid="history-part">
      {t('part', { from: text(part.from), to: text(part.to) })}
    </p>
  );
}

type CloserProps = Pick<Props, 'look' | 'playback'> & { part: Part };

/** What dragging does, by keyboard; and the way back. */
function Closer({ part, look, playback }: CloserProps) {
  const { t } = useTranslation('history');
  const length = part.to - part.from;
  const lookCloser = () => {
    const next = Math.max(SHORTEST_S, length / CLOSER);
    const from = Math.min(
      Math.max(part.from, playback.moment() - next / 2),
      Math.max(part.from, part.to - next),
    );
    look.showPart({ from, to: Math.min(part.to, from + next) });
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconZoomIn size={15} aria-hidden />}
        disabled={length <= SHORTEST_S}
        onClick={lookCloser}
      >
        {t('closer')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconZoomReset size={15} aria-hidden />}
        disabled={look.part === null}
        onClick={() => look.showPart(null)}
      >
        {t('wholeRange')}
      </Button>
    </>
  );
}
