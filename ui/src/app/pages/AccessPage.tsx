/** Who sees what: from the side of the devices, and from the side of the users. */
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessSearch } from '@/app/accessSearch';
import { PageSearchField } from '@/components/SearchField';
import { DeviceSightPanel } from '@/features/access/DeviceSightPanel';
import { Headlines } from '@/features/access/Headlines';
import { SightList } from '@/features/access/SightList';
import { UserSightPanel } from '@/features/access/UserSightPanel';
import { WatchedList } from '@/features/access/WatchedList';
import frame from '@/table/listFrame.module.css';
import classes from './AccessPage.module.css';
import groups from './listAndPanel.module.css';

export function AccessPage() {
  const { t } = useTranslation('access');
  const search = useSearch({ from: '/access' });
  const navigate = useNavigate({ from: '/access' });
  const [text, setText] = useState('');
  const go = (next: AccessSearch) => void navigate({ search: next });
  const { view, only, open = null } = search;
  const onOpen = (id: string | null) => {
    const { open: before, ...rest } = search;
    if (id !== (before ?? null)) go(id === null ? rest : { ...rest, open: id });
  };
  const start = (next: AccessSearch) => {
    setText('');
    go(next);
  };
  const list = {
    text,
    opened: open,
    onOpen,
    onClear: () => start(view ? { view } : {}),
  };
  return (
    <div className={groups.page}>
      <div className={groups.columns}>
        <section
          aria-label={t('title')}
          className={`${frame.list} ${groups.list}`}
          data-testid="who-sees-what"
        >
          <Headlines
            onUnseen={() => start({ only: 'nothing' })}
            onNothing={() => start({ view: 'users', only: 'nothing' })}
            onAll={() => start({ view: 'users', only: 'all' })}
          />
          <div className={classes.toolbar}>
            <SegmentedControl
              size="xs"
              aria-label={t('views')}
              value={view ?? 'devices'}
              onChange={(value) => start(value === 'users' ? { view: 'users' } : {})}
              data={[
                { value: 'devices', label: t('byDevice') },
                { value: 'users', label: t('byUser') },
              ]}
            />
            <div className={classes.search}>
              <PageSearchField label={t('search')} text={text} onChange={setText} />
            </div>
            <SegmentedControl
              size="xs"
              aria-label={t('only.label')}
              value={only ?? 'any'}
              onChange={(value) =>
                go({
                  ...(view && { view }),
                  ...((value === 'nothing' || value === 'all') && { only: value }),
                })
              }
              data={
                view
                  ? [
                      { value: 'any', label: t('only.anyUser') },
                      { value: 'nothing', label: t('only.nothing') },
                      { value: 'all', label: t('only.all') },
                    ]
                  : [
                      { value: 'any', label: t('only.anyDevice') },
                      { value: 'nothing', label: t('only.unseen') },
                    ]
              }
            />
            <span className={classes.asFar}>{t('asFar')}</span>
          </div>
          <div className={`${frame.rows} ${classes.rows}`}>
            {view ? (
              <SightList only={only ?? 'any'} {...list} />
            ) : (
              <WatchedList onlyUnseen={only === 'nothing'} {...list} />
            )}
          </div>
        </section>
        {open !== null && (
          <div className={groups.panel} key={`${view} ${open}`}>
            {view ? (
              <UserSightPanel id={open} onClose={() => onOpen(null)} />
            ) : (
              <DeviceSightPanel id={open} onClose={() => onOpen(null)} />
            )}
          </div>
        )}
      </div>
    </div>
  );
}
