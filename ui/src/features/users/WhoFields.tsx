/** Who the user is: the person's name, the name to sign in with, where they are. */
import { Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import { CountryField } from './CountryField';
import type { FieldsProps } from './fields';
import { Section } from './Section';
import { ZoneField } from './ZoneField';

interface Props extends FieldsProps {
  nameRef: Ref<HTMLInputElement>;
}

export function WhoFields({ draft, errors, edit, nameRef }: Props) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const { data: choices, error, isPending } = useQuery(viewQuery('user_choices', {}));
  return (
    <Section title={t('section.who')}>
      <TextInput
        ref={nameRef}
        size="xs"
        required
        label={tFields('label.name')}
        error={errors.name}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => edit({ name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        required
        label={tFields('label.email')}
        description={t('who.emailHint')}
        error={errors.email}
        autoComplete="off"
        value={draft.email}
        onChange={(event) => edit({ email: event.currentTarget.value })}
      />
      {error && !choices && (
        <Text size="xs" c="dimmed">
          {t('who.optionsFailed')}
        </Text>
      )}
      <CountryField
        value={draft.country}
        choices={choices}
        isWaiting={isPending}
        error={errors.country ?? null}
        onChange={(country) => edit({ country })}
      />
      <ZoneField
        value={draft.timeZone}
        country={draft.country}
        choices={choices}
        isWaiting={isPending}
        error={errors.timeZone ?? null}
        onChange={(timeZone) => edit({ timeZone })}
      />
    </Section>
  );
}
