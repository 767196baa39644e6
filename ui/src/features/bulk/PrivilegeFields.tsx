/** What users are to be allowed, and what no longer. */
import { Stack, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import type { FieldsProps } from './ActionForm';

export function PrivilegeFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('bulk');
  // Without them the field takes what is typed.
  const { data } = useQuery(viewQuery('user_choices', {}));
  const known = data?.privileges ?? [];
  const without = (taken: readonly string[]) => known.filter((name) => !taken.includes(name));
  return (
    <Stack gap="xs">
      <TagsInput
        size="xs"
        data-autofocus
        label={t('form.allow')}
        placeholder={t('form.choose')}
        data={without(draft.remove)}
        value={draft.add}
        onChange={(add) =>
          onChange({ add, remove: draft.remove.filter((name) => !add.includes(name)) })
        }
      />
      <TagsInput
        size="xs"
        label={t('form.forbid')}
        placeholder={t('form.choose')}
        data={without(draft.add)}
        value={draft.remove}
        onChange={(remove) =>
          onChange({ remove, add: draft.add.filter((name) => !remove.includes(name)) })
        }
      />
    </Stack>
  );
}
