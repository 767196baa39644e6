/** Who sees one device, and why. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ViewerList } from '@/format/ViewerList';
import { viewQuery } from '@/ipc/queries';
import classes from './access.module.css';
import { SidePanel } from './SidePanel';

interface Props {
  id: string;
  onClose(): void;
}

export function DeviceSightPanel({ id, onClose }: Props) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  const { data: viewers, error, refetch } = useQuery(viewQuery('device_viewers', { id }));
  const seen = viewers?.users.length ?? 0;
  const name = viewers?.device.name ?? id;
  const groups = viewers?.groups ?? [];
  return (
    <SidePanel
      label={t('panel.device', { name })}
      name={name}
      link={
        <Link to="/" search={{ device: id }} className={classes.link}>
          {t('open.device')}
        </Link>
      }
      error={error}
      onRetry={() => void refetch()}
      onClose={onClose}
    >
      {viewers && (
        <>
          <section className={classes.section}>
            <h3 className={classes.sectionTitle}>
              {seen === 0 ? (
                <span className={classes.loud}>{t('nobody')}</span>
              ) : (
                t('seenBy', { count: seen, total: formats.count(seen) })
              )}
            </h3>
            <ViewerList
              viewers={viewers.users}
              nameOf={(viewer) => (
                <Link to="/users" search={{ user: viewer.id }} className={classes.link}>
                  <bdi>{viewer.name}</bdi>
                </Link>
              )}
            />
            {viewers.unlimited > 0 && (
              <p className={classes.hint}>
                {t('unlimited', {
                  count: viewers.unlimited,
                  total: formats.count(viewers.unlimited),
                })}
              </p>
            )}
            <p className={classes.hint}>{t('asFar')}</p>
          </section>
          {groups.length > 0 && (
            <section className={classes.section}>
              <h3 className={classes.sectionTitle}>{t('column.groups')}</h3>
              <ul className={classes.plainList}>
                {groups.map((group) => (
                  <li key={group.id}>
                    <Link to="/groups" search={{ group: group.id }} className={classes.link}>
                      <bdi>{group.name}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </SidePanel>
  );
}
