/** Which devices are in which groups, all at a glance, and the changes to that before they are reviewed. */
import { EmptyState } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingMatches } from '@/components/NothingMatches';
import { PageSearchField } from '@/components/SearchField';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { Change, DeviceRow, GroupForm, GroupRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import frame from '@/table/listFrame.module.css';
import { GatheredBar } from './GatheredBar';
import { GroupColumns } from './GroupColumns';
import { changesOf } from './gathered';
import { MatrixGrid } from './MatrixGrid';
import classes from './matrix.module.css';
import { useGathered } from './useGathered';
import { useDeviceRows, useMembers } from './useMatrixData';

interface Props {
  onReview(changes: Change<GroupForm>[], onStarted: () => void): void;
  /** Tells whether something was changed that is not sent yet. */
  onChanged(isChanged: boolean): void;
}

const NO_GROUPS: readonly GroupRow[] = [];
const NO_ROWS: readonly DeviceRow[] = [];
const FIRST_LOOK = 20;

export function Matrix({ onReview, onChanged }: Props) {
  const { t, i18n } = useTranslation('matrix');
  const language = i18n.resolvedLanguage ?? 'en';
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [inView, setInView] = useState({ first: 0, last: 0 });
  const { gathered, refused, flip, undo, discard } = useGathered();
  const groups = useQuery(viewQuery('groups_table', {}));
  const devices = useDeviceRows(text);

  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    return (groups.data ?? NO_GROUPS).toSorted((a, b) => compare(a.name, b.name));
  }, [groups.data, language]);
  const columns = useMemo(
    () => (chosen.length === 0 ? sorted : sorted.filter(({ id }) => chosen.includes(id))),
    [sorted, chosen],
  );
  const shown = useMemo(() => columns.slice(inView.first, inView.last + 1), [columns, inView]);
  const members = useMembers(shown);
  const onColumns = useCallback(
    (first: number, last: number) =>
      setInView((before) =>
        before.first === first && before.last === last ? before : { first, last },
      ),
    [],
  );
  const isChanged = gathered.size > 0;
  useEffect(() => {
    onChanged(isChanged);
    return () => onChanged(false);
  }, [onChanged, isChanged]);

  const error = groups.error ?? devices.error ?? members.error;
  const retry = () => {
    if (groups.error) void groups.refetch();
    if (devices.error) void devices.refetch();
    members.retry();
  };
  const onFlip = (group: GroupRow, device: DeviceRow) => {
    const form = members.forms.get(group.id);
    if (form) flip(group.id, form, device.id);
  };
  return (
    <section aria-label={t('title')} className={frame.list} data-testid="matrix">
      <div className={classes.toolbar}>
        <div className={classes.search}>
          <PageSearchField label={t('search')} text={text} onChange={setText} />
        </div>
        <div className={classes.choice}>
          <GroupColumns groups={sorted} chosen={chosen} onChange={setChosen} />
        </div>
      </div>
      <GatheredBar
        gathered={gathered}
        refusal={refused === null ? null : t('wouldBeEmpty', { group: refused })}
        onUndo={undo}
        onDiscard={discard}
        onReview={() => onReview(changesOf(gathered), discard)}
      />
      {error && (
        <div className={frame.outdated}>
          <ErrorNotice title={t('failed')} error={error.body} onRetry={retry} />
        </div>
      )}
      <div className={frame.rows}>
        {groups.data?.length === 0 ? (
          <div className={frame.notice}>
            <EmptyState
              size="sm"
              icon={<IconUsersGroup aria-hidden />}
              title={t('noGroups')}
              description={t('noGroupsHint')}
            />
          </div>
        ) : devices.data?.matched === 0 ? (
          <div className={frame.notice}>
            <NothingMatches
              title={t('nothing')}
              hint={t('nothingHint')}
              clear={t('clear')}
              onClear={() => setText('')}
            />
          </div>
        ) : (
          <MatrixGrid
            rowCount={devices.data?.matched ?? FIRST_LOOK}
            rows={devices.data?.rows ?? NO_ROWS}
            offset={devices.data?.offset ?? 0}
            groups={columns}
            forms={members.forms}
            gathered={gathered}
            isBusy={!devices.data || !groups.data}
            listKey={text}
            onFlip={onFlip}
            onVisible={devices.onVisible}
            onColumns={onColumns}
          />
        )}
      </div>
    </section>
  );
}
