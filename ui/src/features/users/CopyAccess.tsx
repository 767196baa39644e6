/** Takes over what another user may see and do; it lands in the form and is reviewed like the rest. */
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { UserForm, UserRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

const OFFERED = 50;

interface Props {
  /** Who is not to be copied from: the user itself. */
  self: string | null;
  onTake(access: Pick<UserForm, 'group' | 'deviceId' | 'privileges'>): void;
  onClose(): void;
}

export function CopyAccess({ self, onTake, onClose }: Props) {
  const { t } = useTranslation('users');
  const { t: tCommon } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<UserRow | null>(null);
  const { data, error, refetch } = useQuery(
    viewQuery('user_rows', {
      filter: { text: chosen && text === labelOf(chosen) ? '' : text, terms: [] },
      sort: { key: 'name', descending: false },
      offset: 0,
      limit: OFFERED,
    }),
  );
  const found = (data?.rows ?? []).filter(({ id }) => id !== self);
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('copyAccess.title')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('copyAccess.hint')}</Text>
        <Select
          size="xs"
          searchable
          data-autofocus
          label={t('copyAccess.from')}
          placeholder={t('copyAccess.find')}
          nothingFoundMessage={t('copyAccess.none')}
          data={offered.map((row) => ({ value: row.id, label: labelOf(row) }))}
          // Rust has searched already, in more than the name.
          filter={({ options }) => options}
          searchValue={text}
          onSearchChange={setText}
          value={chosen?.id ?? null}
          onChange={(id) => setChosen(offered.find((row) => row.id === id) ?? null)}
        />
        {error && (
          <ErrorNotice
            title={t('copyAccess.failed')}
            error={error.body}
            onRetry={() => void refetch()}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button
            size="xs"
            disabled={!chosen}
            onClick={() => {
              if (!chosen) return;
              const { group, deviceId, privileges } = chosen.form;
              onTake({ group, deviceId, privileges });
              onClose();
            }}
          >
            {t('copyAccess.take')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Two people may have one name. */
function labelOf({ name, form }: UserRow): string {
  return form.email && form.email !== name ? `${name} · ${form.email}` : name;
}
