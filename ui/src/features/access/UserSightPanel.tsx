/** What one user sees, and why. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeviceRef } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { VirtualList } from '@/table/VirtualList';
import classes from './access.module.css';
import { SidePanel } from './SidePanel';
import { useSightWords } from './useSightWords';

interface Props {
  id: string;
  onClose(): void;
}

export function UserSightPanel({ id, onClose }: Props) {
  const { t } = useTranslation('access');
  const words = useSightWords();
  const { data: user, error, refetch } = useQuery(viewQuery('user', { id }));
  const group = user?.row.sight.isGroupKnown ? user.row.form.group : null;
  return (
    <SidePanel
      label={t('panel.user', { name: user?.row.name ?? id })}
      name={user?.row.name}
      link={
        <Link to="/users" search={{ user: id }} className={classes.link}>
          {t('open.user')}
        </Link>
      }
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
    >
      {user && (
        <section className={classes.section}>
          <h3 className={classes.sectionTitle}>{words.sees(user.row.sight)}</h3>
          <p className={classes.hint}>{words.reason(user.row.sight)}</p>
          {user.row.standing !== 'active' && (
            <p className={classes.hint}>{t(`standing.${user.row.standing}`)}</p>
          )}
          {group && (
            <Link to="/groups" search={{ group }} className={classes.link}>
              {t('open.group')}
            </Link>
          )}
          {user.sees === null ? (
            <p className={classes.hint}>{t('unlimitedUser')}</p>
          ) : (
            user.sees.length > 0 && <SeenDevices devices={user.sees} />
          )}
          <p className={classes.hint}>{t('asFar')}</p>
        </section>
      )}
    </SidePanel>
  );
}

const ROW_PX = 28;

function SeenDevices({ devices }: { devices: readonly DeviceRef[] }) {
  const { t } = useTranslation('access');
  return (
    <VirtualList
      label={t('seenDevices')}
      items={devices}
      rowPx={ROW_PX}
      className={classes.seen}
      rowClassName={classes.seenRow}
      takesFocus
    >
      {(device) =>
        device.isListed ? (
          <Link to="/" search={{ device: device.id }} className={classes.link}>
            <bdi>{device.name}</bdi>
          </Link>
        ) : (
          <span>
            <bdi>{device.name}</bdi> {t('unlisted')}
          </span>
        )
      }
    </VirtualList>
  );
}
