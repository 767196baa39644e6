/** Where a vehicle is and how fast it goes, a moment before a command is sent to it. */
import { Button, Group, Loader } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import { useFormats, useNow } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { PreflightFix } from '@/ipc/generated/contract';
import classes from './commands.module.css';
import type { usePreflight } from './usePreflight';

interface Props {
  preflight: ReturnType<typeof usePreflight>;
  hasOthers: boolean;
}

export function PreflightCard({ preflight, hasOthers }: Props) {
  const { t } = useTranslation('commands');
  const { data, error, isFetching, refetch } = preflight;
  if (error) {
    return (
      <ErrorNotice
        title={t('preflight.failed')}
        error={error.body}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) {
    return (
      <Group gap="xs" role="status" className={classes.section}>
        <Loader size="xs" /> {t('preflight.asking')}
      </Group>
    );
  }
  if (!data.device) return <p className={classes.hint}>{t('preflight.nobody')}</p>;
  const title = t(hasOthers ? 'preflight.titleFirst' : 'preflight.title', {
    name: data.device.name,
  });
  return (
    <section aria-label={title} className={classes.card} data-testid="preflight">
      <div className={classes.cardTop}>
        <h3 className={classes.title}>{title}</h3>
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          {t('preflight.again')}
        </Button>
      </div>
      {!data.isAnswered && <p className={classes.hint}>{t('preflight.unanswered')}</p>}
      {data.fix ? <Facts fix={data.fix} /> : <p className={classes.hint}>{t('preflight.none')}</p>}
    </section>
  );
}

function Facts({ fix }: { fix: PreflightFix }) {
  const { t } = useTranslation('commands');
  const formats = useFormats();
  const now = useNow();
  const { speedKmh, worstSpeedKmh, ignition, place, position } = fix;
  const speed = speedKmh === null ? t('preflight.noSpeed') : formats.speed(speedKmh);
  const isDoubtful = speedKmh !== null && worstSpeedKmh !== null && worstSpeedKmh > speedKmh + 0.5;
  return (
    <dl className={classes.facts}>
      <dt>{t('preflight.age')}</dt>
      <dd>
        <time dateTime={fix.at} title={formats.moment(fix.at)}>
          {t('preflight.ago', { age: formats.age(now - Date.parse(fix.at)) })}
        </time>
      </dd>
      <dt>{t('preflight.speed')}</dt>
      <dd>
        {isDoubtful
          ? t('preflight.speedWorst', { speed, worst: formats.speed(worstSpeedKmh) })
          : speed}
      </dd>
      <dt>{t('preflight.ignition')}</dt>
      <dd>
        {t(ignition === null ? 'preflight.unknown' : ignition ? 'preflight.on' : 'preflight.off')}
      </dd>
      <dt>{t('preflight.place')}</dt>
      <dd>
        {place && `${place.name}, `}
        {coordinatesText(position)}
      </dd>
    </dl>
  );
}
