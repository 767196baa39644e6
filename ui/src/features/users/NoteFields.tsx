/** What is noted about the user, and what the user is told. */
import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './fields';
import { Section } from './Section';
import { TagsEditor } from './TagsEditor';

export function NoteFields({ draft, errors, edit }: FieldsProps) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  return (
    <Section title={t('section.notes')}>
      {(['description', 'message'] as const).map((field) => (
        <Textarea
          key={field}
          size="xs"
          autosize
          maxRows={6}
          label={tFields(`label.${field}`)}
          error={errors[field]}
          value={draft[field]}
          onChange={(event) => edit({ [field]: event.currentTarget.value })}
        />
      ))}
      <TagsEditor tags={draft.tags} onChange={(tags) => edit({ tags })} />
    </Section>
  );
}
