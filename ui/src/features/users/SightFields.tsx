/** What the user may see: nothing limits them, or a group does, or a single device. */
import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import type { UserDetail, UserForm } from '@/ipc/generated/contract';
import { DeviceField } from './DeviceField';
import type { FieldsProps } from './fields';
import { GroupField } from './GroupField';
import { Section } from './Section';
import { SeenDevices } from './SeenDevices';

type Limit = 'all' | 'group' | 'device';

function limitOf({ group, deviceId }: UserForm): Limit {
  if (group) return 'group';
  return deviceId ? 'device' : 'all';
}

interface Props extends FieldsProps {
  /** What is known of the user now; null for a new one. */
  detail: UserDetail | null;
  isChanged: boolean;
}

export function SightFields({ draft, errors, edit, detail, isChanged }: Props) {
  const { t } = useTranslation('users');
  const [wanted, setWanted] = useState<Limit | null>(null);
  const limits = `${draft.group} ${draft.deviceId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what limits the user was set, here or elsewhere.
  useEffect(() => setWanted(null), [limits]);
  const has = limitOf(draft);
  // Whoever turns to a group or device and has not chosen one yet leaves things as they are: to let go
  // of the former limit first would leave the user without any.
  const limit = wanted ?? has;
  const choose = (next: Limit) => {
    setWanted(next === 'all' ? null : next);
    if (next === 'all') edit({ group: '', deviceId: '' });
    else if (next === 'group' && draft.group !== '') edit({ deviceId: '' });
    else if (next === 'device' && draft.deviceId !== '') edit({ group: '' });
  };
  const isBoth = draft.group !== '' && draft.deviceId !== '';
  const isOpen = limit !== has && limit !== 'all';
  return (
    <Section title={t('section.sight')}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('sight.by')}
        value={limit}
        onChange={choose}
        data={(['all', 'group', 'device'] as const).map((value) => ({
          value,
          label: t(`sight.${value}`),
        }))}
      />
      {isBoth && (
        <Text size="sm" role="status">
          {t('sight.both')}
        </Text>
      )}
      {(limit === 'group' || isBoth) && (
        <GroupField
          value={draft.group}
          name={detail?.row.form.group === draft.group ? (detail?.row.sight.group ?? null) : null}
          error={errors.group ?? null}
          onChange={(group) => edit({ group, deviceId: '' })}
        />
      )}
      {(limit === 'device' || isBoth) && (
        <DeviceField
          value={draft.deviceId}
          known={detail?.row.sight.device ?? null}
          error={errors.deviceId ?? null}
          onChange={(deviceId) => edit({ deviceId, group: '' })}
        />
      )}
      {isOpen && (
        <Text size="sm" role="status">
          {t(`sight.open.${limit}`)}
        </Text>
      )}
      {isChanged ? (
        <p className={panel.hint}>{t('sight.changed')}</p>
      ) : (
        detail && <Seen detail={detail} />
      )}
    </Section>
  );
}

function Seen({ detail }: { detail: UserDetail }) {
  const { t } = useTranslation('users');
  return detail.sees === null ? (
    <p className={panel.hint}>{t('sight.allHint')}</p>
  ) : (
    <SeenDevices devices={detail.sees} />
  );
}
