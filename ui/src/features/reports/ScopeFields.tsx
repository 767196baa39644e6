/** Which vehicles a report is about: all, those of some groups, single ones, or what was selected elsewhere. */
import { MultiSelect, Pill, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DeviceSelect } from '@/format/DeviceSelect';
import { call } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';
import classes from './reports.module.css';
import type { ScopeKind, Wanted } from './wanted';

/** Accounts can have thousands of groups; typing finds what scrolling would not. */
const OFFERED = 100;

interface Props {
  wanted: Wanted;
  onChange(part: Partial<Wanted>): void;
}

export function ScopeFields({ wanted, onChange }: Props) {
  const { t } = useTranslation('reports');
  const kinds: ScopeKind[] = [
    'all',
    'groups',
    'devices',
    ...(wanted.given ? ['given' as const] : []),
  ];
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('scope.label')}
        value={wanted.scope}
        onChange={(scope) => onChange({ scope })}
        data={kinds.map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      {wanted.scope === 'groups' && <GroupsField wanted={wanted} onChange={onChange} />}
      {wanted.scope === 'devices' && <DevicesField wanted={wanted} onChange={onChange} />}
      {wanted.scope === 'given' && <p className={classes.text}>{t('given')}</p>}
    </>
  );
}

function GroupsField({ wanted, onChange }: Props) {
  const { t } = useTranslation('reports');
  const { data, error, refetch } = useQuery(viewQuery('groups', {}));
  if (error && !data) {
    return (
      <ErrorNotice title={t('groupsFailed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  return (
    <MultiSelect
      size="xs"
      searchable
      aria-label={t('groups')}
      placeholder={wanted.groups.length === 0 ? t('groupsPlaceholder') : ''}
      nothingFoundMessage={t('groupsNothing')}
      className={classes.picker}
      limit={OFFERED}
      data={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={wanted.groups}
      onChange={(groups) => onChange({ groups })}
    />
  );
}

function DevicesField({ wanted, onChange }: Props) {
  const { t } = useTranslation('reports');
  const { devices } = wanted;
  const add = async (id: string) => {
    if (id === '' || devices.some((device) => device.id === id)) return;
    const named = await call('device', { id }).then(
      ({ row }) => row.name,
      () => id,
    );
    onChange({ devices: [...devices, { id, name: named }] });
  };
  return (
    <div className={classes.devices}>
      <DeviceSelect
        // It is empty again after each choice.
        key={devices.length}
        ariaLabel={t('device')}
        placeholder={t('devicePlaceholder')}
        nothingFound={t('deviceNothing')}
        failed={t('devicesFailed')}
        value=""
        known={null}
        className={classes.picker}
        onChange={(id) => void add(id)}
      />
      {devices.map(({ id, name }) => (
        <Pill
          key={id}
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('removeDevice', { name }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => onChange({ devices: devices.filter((device) => device.id !== id) })}
        >
          <bdi>{name}</bdi>
        </Pill>
      ))}
    </div>
  );
}
