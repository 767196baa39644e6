/** What a device did on some days: the choice of both, and what is known of them. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '@/format/days';
import { useNow } from '@/format/FormatProvider';
import { KeptPastProblem } from '@/format/KeptPastProblem';
import { ownZone } from '@/format/sheet';
import type { HistoryQuery } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { Choosing } from './Choosing';
import { DeviceHistory } from './DeviceHistory';
import { type DayRange, rangeOf } from './dayRange';
import classes from './history.module.css';
import { own } from './useRoutes';

const MINUTE_MS = 60_000;

interface Props {
  device: string | null;
  /** Today where it is not said. */
  days: Partial<DayRange>;
  /** Devices that are shown beside it. */
  also: readonly string[];
  onDevice(id: string, also: readonly string[]): void;
  onRange(range: DayRange): void;
}

export function History({ device, also, days, onDevice, onRange }: Props) {
  const { t } = useTranslation('history');
  const today = dayText(new Date(useNow(MINUTE_MS)).toISOString());
  const { first, last } = rangeOf(days, today);
  const query = useMemo<HistoryQuery>(
    () => ({ id: device ?? '', first, last, timeZone: ownZone() }),
    [device, first, last],
  );
  const journeys = useQuery({ ...viewQuery('journeys', query), enabled: device !== null });
  return (
    <div className={classes.history}>
      <KeptPastProblem />
      <Choosing
        device={device}
        known={journeys.data?.device ?? null}
        range={{ first, last }}
        today={today}
        onDevice={(id) =>
          onDevice(
            id,
            also.filter((other) => other !== id),
          )
        }
        onRange={onRange}
      />
      {device === null ? (
        <p className={classes.empty}>{t('empty.noDevice')}</p>
      ) : (
        <DeviceHistory
          query={query}
          also={also}
          onAlso={(others) => device && onDevice(device, others)}
          onOther={(id) =>
            onDevice(
              id,
              [...also, device].filter((other) => other !== id),
            )
          }
          journeys={own(journeys)}
          journeysError={journeys.error}
          onJourneysAgain={() => void journeys.refetch()}
          onDay={(day) => onRange({ first: day, last: day })}
        />
      )}
    </div>
  );
}
