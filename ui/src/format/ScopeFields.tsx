/** Whose past it is about: all, those of some groups, single ones, or what was selected elsewhere. */
import { MultiSelect, Pill, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLostFocus } from '@/components/useLostFocus';
import { call } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';
import { DeviceSelect } from './DeviceSelect';
import { type Scope, type ScopeKind, scopeFault } from './scope';
import classes from './scope.module.css';

/** Accounts can have thousands of groups; typing finds what scrolling would not. */
const OFFERED = 100;

interface Props {
  chosen: Scope;
  onChange(part: Partial<Scope>): void;
}

export function ScopeFields({ chosen, onChange }: Props) {
  const { t } = useTranslation('scope');
  const kinds: ScopeKind[] = [
    'all',
    'groups',
    'devices',
    ...(chosen.given ? ['given' as const] : []),
  ];
  const fault = scopeFault(chosen);
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('kind.label')}
        value={chosen.scope}
        onChange={(scope) => onChange({ scope })}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {chosen.scope === 'groups' && <GroupsField chosen={chosen} onChange={onChange} />}
      {chosen.scope === 'devices' && <DevicesField chosen={chosen} onChange={onChange} />}
      {chosen.scope === 'given' && <p className={classes.text}>{t('given')}</p>}
      {fault && <p className={classes.text}>{t(`fault.${fault}`)}</p>}
    </>
  );
}

function GroupsField({ chosen, onChange }: Props) {
  const { t } = useTranslation('scope');
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
      placeholder={chosen.groups.length === 0 ? t('groupsPlaceholder') : ''}
      nothingFoundMessage={t('groupsNothing')}
      className={classes.picker}
      limit={OFFERED}
      data={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.groups}
      onChange={(groups) => onChange({ groups })}
    />
  );
}

function DevicesField({ chosen, onChange }: Props) {
  const { t } = useTranslation('scope');
  const { devices } = chosen;
  const box = useRef<HTMLDivElement>(null);
  // The field is made anew, and a vehicle that was taken out is gone with its button.
  useLostFocus(devices.length, () => box.current?.querySelector('input'));
  const add = async (id: string) => {
    if (id === '' || devices.some((device) => device.id === id)) return;
    const named = await call('device', { id }).then(
      ({ row }) => row.name,
      () => id,
    );
    onChange({ devices: [...devices, { id, name: named }] });
  };
  return (
    <div ref={box} className={classes.devices}>
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
