/** A tag that users are to get, and tags that they are to lose. */
import { Autocomplete, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import type { FieldsProps } from './ActionForm';

export function TagFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('bulk');
  const { data } = useQuery(viewQuery('user_choices', {}));
  const known = data?.tags ?? [];
  return (
    <Stack gap="xs">
      <Group gap="xs" grow align="flex-start">
        <Autocomplete
          size="xs"
          data-autofocus
          label={t('form.tagName')}
          data={known}
          value={draft.tagName}
          onChange={(tagName) => onChange({ tagName })}
        />
        <TextInput
          size="xs"
          label={t('form.tagValue')}
          value={draft.tagValue}
          onChange={(event) => onChange({ tagValue: event.currentTarget.value })}
        />
      </Group>
      <TagsInput
        size="xs"
        label={t('form.tagsRemoved')}
        placeholder={t('form.choose')}
        data={known}
        value={draft.remove}
        onChange={(remove) => onChange({ remove })}
      />
    </Stack>
  );
}
