/** Which vehicles, which days, which speed limit; what that takes, and the button for it. */
import { Button, NumberInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayFields } from '@/format/DayFields';
import { dayText } from '@/format/days';
import { useFormats, useNow } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import { ScopeFields } from '@/format/ScopeFields';
import { dayFault, scopeFault } from '@/format/scope';
import { ownZone } from '@/format/sheet';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceSelection, ReportOrder } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import { Cost } from './Cost';
import classes from './reports.module.css';
import { isLimit, LIMIT_KMH, orderOf, type Wanted, wantedAtFirst } from './wanted';

const KM_PER_MILE = 1.609344;
/** While something is typed or chosen, nothing is reckoned. */
const PAUSE_MS = 300;

const PRESETS = ['yesterday', 'week', 'month'] as const;

interface Props {
  selection: DeviceSelection | null;
  last: ReportOrder | null;
  isRunning: boolean;
}

export function OrderForm({ selection, last, isRunning }: Props) {
  const { t } = useTranslation('reports');
  const today = dayText(new Date(useNow(60_000)).toISOString());
  const [wanted, setWanted] = useState(() => wantedAtFirst(selection, last, today));
  const change = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  const queries = useQueryClient();
  const ordering = useCommand('order_report');
  const fault = dayFault(wanted, today) ?? scopeFault(wanted);
  const isReady = fault === null && isLimit(wanted.limitKmh);
  const order = useMemo(() => orderOf(wanted, ownZone()), [wanted]);
  const [settled] = useDebouncedValue(order, PAUSE_MS);
  const make = () =>
    ordering.mutate(order, {
      onSuccess: () => void queries.invalidateQueries({ queryKey: ['reports'] }),
    });
  return (
    <section className={page.form} aria-label={t('form')}>
      <div className={page.line}>
        <ScopeFields chosen={wanted} onChange={change} />
      </div>
      <div className={page.line}>
        <DayFields days={wanted} today={today} presets={PRESETS} onChange={change} />
        <LimitField limitKmh={wanted.limitKmh} onChange={(limitKmh) => change({ limitKmh })} />
      </div>
      <div className={page.line}>
        <Button
          size="xs"
          leftSection={<IconReportAnalytics size={15} aria-hidden />}
          disabled={!isReady || isRunning}
          loading={ordering.isPending}
          onClick={make}
        >
          {t('make')}
        </Button>
        {isReady && !isRunning && <Cost order={settled} />}
      </div>
      {ordering.error && (
        <ErrorNotice title={t('makeFailed')} error={ordering.error.body} onRetry={make} />
      )}
    </section>
  );
}

interface LimitProps {
  limitKmh: number | null;
  onChange(limitKmh: number | null): void;
}

function LimitField({ limitKmh, onChange }: LimitProps) {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const { units } = useSettings();
  const kmPerUnit = units === 'metric' ? 1 : KM_PER_MILE;
  const range = t('limitRange', {
    least: formats.speed(LIMIT_KMH.least),
    most: formats.speed(LIMIT_KMH.most),
  });
  return (
    <NumberInput
      size="xs"
      label={t('limit')}
      description={t('limitHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      className={classes.limitField}
      allowNegative={false}
      allowDecimal={false}
      step={10}
      suffix={units === 'metric' ? ' km/h' : ' mph'}
      error={isLimit(limitKmh) ? null : range}
      value={limitKmh === null ? '' : Math.round(limitKmh / kmPerUnit)}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed * kmPerUnit : null)}
    />
  );
}
