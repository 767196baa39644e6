/** What is known of some days of a device, what fetching the others costs, and what the known ones show. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isolated } from '@/format/words';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { HistoryDays, HistoryQuery, Journeys } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { Calendar } from './Calendar';
import { FetchBar } from './FetchBar';
import classes from './history.module.css';
import { RouteStudy } from './RouteStudy';
import { OtherChoice, OtherTable } from './Together';
import { type Fetching, useFetching } from './useFetching';
import { useLook } from './useLook';
import { useOthers } from './useOthers';
import { own, useRoutes } from './useRoutes';

interface Props {
  query: HistoryQuery;
  /** Devices that are shown beside it. */
  also: readonly string[];
  onAlso(ids: readonly string[]): void;
  /** Looks at one of those, and at this one beside it. */
  onOther(id: string): void;
  journeys: Journeys | undefined;
  journeysError: CallError | null;
  onJourneysAgain(): void;
  /** Shows a day by itself. */
  onDay(day: string): void;
}

export function DeviceHistory(props: Props) {
  const { query, onDay } = props;
  const { t } = useTranslation('history');
  const daysQuery = useQuery(viewQuery('history_days', query));
  const days = own(daysQuery);
  const fetching = useFetching(query, days);
  const subject = `${query.id} ${query.first} ${query.last}`;
  const look = useLook(subject);
  const routes = useRoutes(query, look.part);
  const { whole, shown } = routes;
  const { others, readAgain } = useOthers(query, props.also);
  const unread = others.find(({ problem }) => problem !== null);
  return (
    <>
      {daysQuery.error && (
        <ErrorNotice
          title={t('daysFailed')}
          error={daysQuery.error.body}
          onRetry={() => void daysQuery.refetch()}
        />
      )}
      {days && (
        <>
          <Calendar days={days.days} onDay={onDay} />
          <FetchBar query={query} days={days} fetching={fetching} />
        </>
      )}
      <OtherChoice device={query.id} others={others} onOthers={props.onAlso} />
      {unread?.problem && (
        <ErrorNotice
          title={t('others.unread', { name: isolated(unread.device.name) })}
          error={unread.problem.body}
          onRetry={readAgain}
        />
      )}
      {routes.error && (
        <ErrorNotice title={t('routeFailed')} error={routes.error.body} onRetry={routes.refetch} />
      )}
      {whole && shown && whole.atS.length > 0 ? (
        <RouteStudy
          {...props}
          others={others}
          subject={subject}
          whole={whole}
          shown={shown}
          look={look}
          routes={routes}
        />
      ) : (
        <>
          {!routes.error && (
            <NothingYet isRead={whole !== undefined} days={days} fetching={fetching} />
          )}
          {others.length > 0 && (
            <OtherTable journeys={props.journeys} others={others} onDevice={props.onOther} />
          )}
        </>
      )}
    </>
  );
}

interface NothingProps {
  isRead: boolean;
  days: HistoryDays | undefined;
  fetching: Fetching;
}

function NothingYet({ isRead, days, fetching }: NothingProps) {
  const { t } = useTranslation('history');
  if (!isRead || !days) {
    return <Loader size="sm" role="status" aria-label={t('empty.loading')} />;
  }
  const isComing = fetching.isStarting || fetching.fetch?.progress.state === 'running';
  const isAllKnown = days.days.every(({ state }) => state !== 'missing');
  const words = isComing ? 'coming' : isAllKnown ? 'nothing' : 'unknown';
  return (
    <p className={classes.empty} role="status" data-empty={words}>
      {t(`empty.${words}`)}
    </p>
  );
}
