/** Who sees the device, and why, as far as the service tells. */
import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ViewerList } from '@/format/ViewerList';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { Viewers } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './DevicePanel.module.css';

export function ViewersFacts({ id }: { id: string }) {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery(viewQuery('device_viewers', { id }));
  return (
    <section aria-label={t('section')} className={classes.section} data-testid="device-viewers">
      <h3 className={classes.sectionTitle}>{t('section')}</h3>
      {error && (
        <ErrorNotice title={t('panelFailed')} error={error.body} onRetry={() => void refetch()} />
      )}
      {data ? (
        <Shown viewers={data} />
      ) : (
        !error && <Loader size="sm" role="status" aria-label={t('sectionLoading')} />
      )}
    </section>
  );
}

/** More than these are there when someone asks for them. */
const SHOWN = 8;

function Shown({ viewers: { users, unlimited } }: { viewers: Viewers }) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? users : users.slice(0, SHOWN);
  const more = users.length - shown.length;
  return (
    <>
      {users.length === 0 && <p className={classes.hint}>{t('nobody')}</p>}
      <ViewerList
        viewers={shown}
        nameOf={({ id, name }) => (
          <Link to="/users" search={{ user: id }} className={classes.userLink}>
            <bdi>{name}</bdi>
          </Link>
        )}
      />
      {more > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsOpen(true)}>
          {t('more', { count: more, total: formats.count(more) })}
        </Button>
      )}
      {unlimited > 0 && (
        <p className={classes.hint}>
          {t('unlimited', { count: unlimited, total: formats.count(unlimited) })}
        </p>
      )}
      <p className={classes.hint}>{t('asFar')}</p>
    </>
  );
}
