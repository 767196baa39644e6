/** Whose alerts and of which days, what that takes, and the button for it. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayFields } from '@/format/DayFields';
import { dayText } from '@/format/days';
import { useNow } from '@/format/FormatProvider';
import { PastCostWords } from '@/format/PastCostWords';
import page from '@/format/pastPage.module.css';
import { ScopeFields } from '@/format/ScopeFields';
import {
  type DayRange,
  dayFault,
  type Scope,
  scopeFault,
  scopeOf,
  selectionOf,
  weekBefore,
} from '@/format/scope';
import { ownZone } from '@/format/sheet';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertsQuery } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';

/** While something is typed or chosen, nothing is reckoned. */
const PAUSE_MS = 300;
const PRESETS = ['today', 'yesterday', 'week', 'month'] as const;

interface Props {
  /** What was asked for last. */
  last: AlertsQuery | null;
  isRunning: boolean;
}

export function ChoiceForm({ last, isRunning }: Props) {
  const { t } = useTranslation('alerts');
  const { t: tScope } = useTranslation('scope');
  const today = dayText(new Date(useNow(60_000)).toISOString());
  const [chosen, setChosen] = useState<Scope & DayRange>(() => ({
    ...scopeOf(last?.devices ?? null),
    ...(last ? { first: last.first, last: last.last } : weekBefore(today)),
  }));
  const change = (part: Partial<Scope & DayRange>) =>
    setChosen((before) => ({ ...before, ...part }));
  const query = useMemo<AlertsQuery>(
    () => ({
      devices: selectionOf(chosen),
      first: chosen.first,
      last: chosen.last,
      timeZone: ownZone(),
    }),
    [chosen],
  );
  const [settled] = useDebouncedValue(query, PAUSE_MS);
  const isReady = dayFault(chosen, today) === null && scopeFault(chosen) === null;
  const isSettled = isReady && settled === query;
  const cost = useQuery({
    ...viewQuery('alerts_cost', settled),
    enabled: isSettled && !isRunning,
    // Days may have been fetched, or forgotten, elsewhere meanwhile.
    refetchOnMount: 'always',
  });
  const queries = useQueryClient();
  const fetching = useCommand('fetch_alerts');
  const begin = () =>
    fetching.mutate(query, {
      onSuccess: () => void queries.invalidateQueries({ queryKey: ['alerts'] }),
    });
  const known = isSettled && !isRunning && !cost.isPlaceholderData ? cost.data : undefined;
  return (
    <section className={page.form} aria-label={t('form')}>
      <div className={page.line}>
        <ScopeFields chosen={chosen} onChange={change} />
      </div>
      <div className={page.line}>
        <DayFields days={chosen} today={today} presets={PRESETS} onChange={change} />
      </div>
      <div className={page.line}>
        <Button
          size="xs"
          disabled={!isReady || isRunning || known?.devices === 0}
          loading={fetching.isPending}
          onClick={begin}
        >
          {t(known?.requests === 0 ? 'show' : 'fetch')}
        </Button>
        {known && <PastCostWords cost={known} testId="alerts-cost" />}
      </div>
      {isSettled && cost.error && (
        <ErrorNotice
          title={tScope('cost.failed')}
          error={cost.error.body}
          onRetry={() => void cost.refetch()}
        />
      )}
      {fetching.error && (
        <ErrorNotice title={t('fetchFailed')} error={fetching.error.body} onRetry={begin} />
      )}
    </section>
  );
}
