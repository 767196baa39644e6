/** The alerts that are known of some days: their kinds to choose from, days, list or map, and a file. */
import { Loader, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import { useCounted } from '@/format/useCounted';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertsQuery, AlertsShown } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { AlertMap } from './AlertMap';
import { AlertTable } from './AlertTable';
import { DayBars } from './DayBars';
import { KindChips } from './KindChips';
import { SaveMenu } from './SaveMenu';
import { useCountedAlerts, useDayDate } from './words';

interface Props {
  of: AlertsQuery;
  isRunning: boolean;
  onHistory(device: string, day: string): void;
}

export function Found({ of, isRunning, onHistory }: Props) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const counted = useCounted();
  const alerts = useCountedAlerts();
  const date = useDayDate(formats);
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [shape, setShape] = useState<'list' | 'map'>('list');
  const shown = useMemo<AlertsShown>(() => ({ of, kinds: [...kinds] }), [of, kinds]);
  const { data, error, refetch } = useQuery(viewQuery('alerts_summary', shown));
  if (error && !data) {
    return <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />;
  }
  if (!data) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  const title = t(of.first === of.last ? 'resultDay' : 'result', {
    first: date(of.first),
    last: date(of.last),
  });
  if (data.total === 0) {
    return (
      <p className={page.empty} role="status">
        {t(isRunning ? 'noneYet' : 'none')}
      </p>
    );
  }
  return (
    <section className={page.result} aria-label={title} data-testid="alerts">
      <div className={page.head}>
        <div>
          <h2 className={page.title}>{title}</h2>
          <p className={page.text} role="status" data-testid="alerts-sum">
            {t('sum', {
              alerts: alerts(data.matched),
              vehicles: counted('vehicles', data.devices),
            })}
          </p>
        </div>
        <SaveMenu shown={shown} />
      </div>
      <KindChips kinds={data.kinds} chosen={kinds} onChange={setKinds} />
      <h3 className={page.subtitle}>{t('byDay')}</h3>
      <DayBars days={data.days} />
      <div className={page.head}>
        <p className={page.hint}>{t(shape === 'list' ? 'openHistory' : 'onMap.hint')}</p>
        <SegmentedControl
          size="xs"
          aria-label={t('shape')}
          value={shape}
          onChange={setShape}
          data={[
            { value: 'list', label: t('list') },
            { value: 'map', label: t('map') },
          ]}
        />
      </div>
      {shape === 'list' ? (
        <AlertTable shown={shown} count={data.matched} onHistory={onHistory} />
      ) : (
        <AlertMap shown={shown} onHistory={onHistory} />
      )}
    </section>
  );
}
