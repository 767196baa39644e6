/** What fetching the days costs, the button for it, how far it is, and how it ended. */
import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { isolated } from '@/format/words';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { FetchView, HistoryDays, HistoryQuery } from '@/ipc/generated/contract';
import { isAbout } from './fetching';
import classes from './history.module.css';
import type { Fetching } from './useFetching';

interface Props {
  query: HistoryQuery;
  days: HistoryDays;
  fetching: Fetching;
}

export function FetchBar({ query, days, fetching }: Props) {
  const { t } = useTranslation('history');
  const { fetch, startError, cancelError } = fetching;
  const isRunning = fetch?.progress.state === 'running';
  return (
    <div className={classes.fetching} data-testid="history-fetch">
      {isRunning ? (
        <Running query={query} fetch={fetch} fetching={fetching} />
      ) : (
        <div className={classes.line}>
          <Cost days={days} />
          {days.requests > 0 && (
            <Button
              size="xs"
              leftSection={<IconDownload size={15} aria-hidden />}
              loading={fetching.isStarting}
              onClick={fetching.begin}
            >
              {t('fetch.button')}
            </Button>
          )}
        </div>
      )}
      <div role="status">
        {fetch && !isRunning && isAbout(fetch, query) && <Ended fetch={fetch} />}
      </div>
      {fetch && !isRunning && isAbout(fetch, query) && fetch.progress.state === 'failed' && (
        <Failure fetch={fetch} onRetry={fetching.begin} />
      )}
      {startError && (
        <ErrorNotice
          title={t('fetch.startFailed')}
          error={startError.body}
          onRetry={fetching.begin}
        />
      )}
      {cancelError && isRunning && (
        <ErrorNotice title={t('fetch.cancelFailed')} error={cancelError.body} />
      )}
    </div>
  );
}

function Cost({ days: { days, requests, durationS, resultsPerDay } }: { days: HistoryDays }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  if (requests === 0) {
    const isToCome = days.every(({ state }) => state === 'future');
    return isToCome ? null : <p className={classes.text}>{t('fetch.all')}</p>;
  }
  const open = days.filter(({ state }) => state === 'missing' || state === 'part').length;
  const parts = {
    days: t('fetch.days', { count: open, total: formats.count(open) }),
    requests: t('fetch.requests', { count: requests, total: formats.count(requests) }),
  };
  return (
    <p className={classes.text} data-testid="history-cost">
      {durationS === null
        ? t('fetch.costUntold', parts)
        : t('fetch.cost', { ...parts, duration: formats.duration(durationS * 1000) })}{' '}
      {resultsPerDay !== null &&
        requests > resultsPerDay &&
        t('fetch.moreThanDay', { count: resultsPerDay, total: formats.count(resultsPerDay) })}
    </p>
  );
}

interface RunningProps {
  query: HistoryQuery;
  fetch: FetchView;
  fetching: Fetching;
}

function Running({ query, fetch: { progress }, fetching }: RunningProps) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const { device, daysDone, daysTotal, fixes } = progress;
  const parts = {
    done: formats.count(daysDone),
    days: t('fetch.days', { count: daysTotal, total: formats.count(daysTotal) }),
    fixes: t('fetch.fixes', { count: fixes, total: formats.count(fixes) }),
  };
  const isHere = isAbout({ progress, problem: null }, query);
  const text = isHere
    ? t('fetch.running', parts)
    : device.id === query.id
      ? t('fetch.ofOtherDays', parts)
      : t('fetch.ofOther', { ...parts, name: isolated(device.name) });
  return (
    <div className={classes.line}>
      <p className={classes.text} role="status">
        {text}
      </p>
      <Progress
        className={classes.progress}
        value={daysTotal === 0 ? 0 : (100 * daysDone) / daysTotal}
        aria-label={t('fetch.progress')}
      />
      <Button size="xs" variant="default" loading={fetching.isCancelling} onClick={fetching.cancel}>
        {t('fetch.cancel')}
      </Button>
    </div>
  );
}

function Ended({ fetch: { progress } }: { fetch: FetchView }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const { state, fixes } = progress;
  if (state === 'running') return null;
  return (
    <p className={classes.text} data-state={state}>
      {t(`fetch.${state}`, {
        fixes: t('fetch.fixes', { count: fixes, total: formats.count(fixes) }),
      })}
    </p>
  );
}

function Failure({ fetch, onRetry }: { fetch: FetchView; onRetry(): void }) {
  const { t } = useTranslation('history');
  if (!fetch.problem) return null;
  return <ErrorNotice title={t('fetch.failedTitle')} error={fetch.problem} onRetry={onRetry} />;
}
