/** Further devices of the same days: the choice of them, and what each comes to beside the others. */
import { Button, CloseButton, useComputedColorScheme } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLostFocus } from '@/components/useLostFocus';
import { DeviceSelect } from '@/format/DeviceSelect';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceRef, Journeys } from '@/ipc/generated/contract';
import { OTHER_COLOURS, OTHER_DASHES } from '@/map/otherRoutes';
import classes from './history.module.css';
import { JourneyTable } from './JourneyTable';
import { daysMissing, MOST_OTHERS, type Other } from './others';
import { SUM_COLUMNS, useSumCells } from './useSumCells';

interface Props {
  device: string;
  others: readonly Other[];
  onOthers(ids: readonly string[]): void;
}

/** The lines of the others with their names, each to be taken away; and a field to add one. */
export function OtherChoice({ device, others, onOthers }: Props) {
  const { t } = useTranslation('history');
  const [isAdding, setAdding] = useState(false);
  const ids = others.map((other) => other.device.id);
  const box = useRef<HTMLElement>(null);
  // From the button to the field and back, or to the last vehicle where no more can be added.
  useLostFocus(`${isAdding} ${ids.length}`, () =>
    [...(box.current?.querySelectorAll<HTMLElement>('input:not([type=hidden]), button') ?? [])].at(
      -1,
    ),
  );
  return (
    <section ref={box} className={classes.line} aria-label={t('others.label')}>
      {others.map((other, place) => (
        <span key={other.device.id} className={classes.key} data-other={other.device.id}>
          <Stroke place={place} />
          <bdi>{other.device.name}</bdi>
          <CloseButton
            size="xs"
            aria-label={t('others.remove', { name: other.device.name })}
            onClick={() => onOthers(ids.filter((id) => id !== other.device.id))}
          />
        </span>
      ))}
      {isAdding ? (
        <DeviceSelect
          ariaLabel={t('others.add')}
          placeholder={t('devicePlaceholder')}
          nothingFound={t('deviceNothing')}
          failed={t('devicesFailed')}
          value=""
          known={null}
          className={classes.picker}
          onEscape={() => setAdding(false)}
          onChange={(id) => {
            setAdding(false);
            if (id && id !== device && !ids.includes(id)) onOthers([...ids, id]);
          }}
        />
      ) : (
        ids.length < MOST_OTHERS && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('others.add')}
          </Button>
        )
      )}
    </section>
  );
}

/** The dashes of its line. */
function Stroke({ place }: { place: number }) {
  const scheme = useComputedColorScheme('light');
  const dashes = (OTHER_DASHES[place] ?? []).map((length) => length * 3).join(' ');
  return (
    <svg width="34" height="6" aria-hidden>
      <line
        x1="0"
        y1="3"
        x2="34"
        y2="3"
        stroke={OTHER_COLOURS[scheme][place]}
        strokeWidth="3"
        strokeDasharray={dashes}
      />
    </svg>
  );
}

interface TableProps {
  journeys: Journeys | undefined;
  others: readonly Other[];
  /** Looks at one of them, the others beside it. */
  onDevice(id: string): void;
}

export function OtherTable({ journeys, others, onDevice }: TableProps) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const cells = useSumCells();
  const known = (other: Other) => {
    if (other.problem) return t('others.failed');
    if (!other.days) return t('others.reading');
    const missing = daysMissing(other.days);
    return missing === 0
      ? t('others.all')
      : t('others.missing', { count: missing, total: formats.count(missing) });
  };
  const numbers = [...SUM_COLUMNS, 'alerts'] as const;
  const row = (device: DeviceRef, of: Journeys | undefined, words: string) => ({
    key: device.id,
    name: device.name,
    action: t('others.look'),
    onChoose: () => onDevice(device.id),
    cells: [
      words,
      ...(of
        ? [...cells.all(of.total), formats.count(of.alerts.length)]
        : Array.from({ length: numbers.length }, () => '')),
    ],
  });
  return (
    <JourneyTable
      label={t('others.table')}
      columns={[
        { title: t('column.device') },
        { title: t('others.known') },
        ...numbers.map((name) => cells.number(t(`column.${name}`))),
      ]}
      rows={[
        ...(journeys ? [row(journeys.device, journeys, t('others.shown'))] : []),
        ...others.map((other) => row(other.device, other.journeys, known(other))),
      ]}
    />
  );
}
