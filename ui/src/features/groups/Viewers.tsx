/** Who sees the devices of a group because of it, as far as the users can be read. */
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { ScrollBox } from '@/components/ScrollBox';
import classes from './GroupPanel.module.css';

export function Viewers({ users }: { users: readonly string[] | null }) {
  const { t } = useTranslation('groups');
  return (
    <div className={panel.section} data-testid="group-viewers">
      <h3 className={panel.sectionTitle}>{t('viewers.title')}</h3>
      {users === null || users.length === 0 ? (
        <p className={panel.hint}>{t(users === null ? 'viewers.unread' : 'viewers.none')}</p>
      ) : (
        <ScrollBox label={t('viewers.title')}>
          <ul className={classes.names}>
            {users.map((user) => (
              <li key={user}>
                <bdi>{user}</bdi>
              </li>
            ))}
          </ul>
        </ScrollBox>
      )}
    </div>
  );
}
