/** The figures that people come for: today's requests, what they come to, the rate, and a round. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { UsageView } from '@/ipc/generated/contract';
import { rateText } from './rate';
import classes from './usage.module.css';
import { useLimitWords } from './useLimitWords';

export function Headlines({ usage }: { usage: UsageView }) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const limit = useLimitWords(usage.pace);
  const { projection, pace, rounds } = usage;
  const rate = pace.perMinute === null ? null : rateText(formats, pace.perMinute);
  return (
    <dl className={classes.headlines}>
      <Headline
        name={t('today')}
        figure={formats.count(projection.counted)}
        more={t('todayHint')}
        testId="usage-today"
      />
      <Headline
        name={t('midnight')}
        figure={
          projection.byMidnight === null
            ? t('notYet')
            : t('about', { value: formats.count(projection.byMidnight) })
        }
        more={rate === null ? t('noRate') : t('midnightHint', { rate })}
        testId="usage-midnight"
      />
      <Headline
        name={t('lastMinute')}
        figure={formats.count(pace.lastMinute)}
        more={limit}
        testId="usage-limit"
      />
      <Headline
        name={t('round')}
        figure={
          rounds.atPresentS === null
            ? t('notYet')
            : t('about', { value: formats.duration(rounds.atPresentS * 1000) })
        }
        more={t('roundHint', { count: rounds.devices, total: formats.count(rounds.devices) })}
      />
    </dl>
  );
}

interface HeadlineProps {
  name: string;
  figure: ReactNode;
  more: string;
  testId?: string;
}

function Headline({ name, figure, more, testId }: HeadlineProps) {
  return (
    <div className={classes.headline} data-testid={testId}>
      <dt>{name}</dt>
      <dd className={classes.figure}>{figure}</dd>
      <dd className={classes.hint}>{more}</dd>
    </div>
  );
}
