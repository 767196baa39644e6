/** A password that is typed: twice, and with its strength. */
import { PasswordInput, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PasswordStrength = lazy(async () => ({
  default: (await import('./PasswordStrength')).PasswordStrength,
}));

interface Props {
  password: string;
  again: string;
  known: readonly string[];
  onChange(password: string, again: string): void;
}

export function TypedPassword({ password, again, known, onChange }: Props) {
  const { t } = useTranslation('users');
  const [isVisible, setIsVisible] = useState(false);
  const [isLeft, setIsLeft] = useState(false);
  const common = {
    size: 'xs',
    autoComplete: 'new-password',
    visible: isVisible,
    onVisibilityChange: setIsVisible,
    visibilityToggleButtonProps: { 'aria-label': t('password.show') },
  } as const;
  return (
    <Stack gap={8}>
      <PasswordInput
        {...common}
        label={t('password.new')}
        value={password}
        onFocus={() => void import('./PasswordStrength')}
        onChange={(event) => onChange(event.currentTarget.value, again)}
      />
      {password !== '' && (
        <Suspense
          fallback={
            <Text size="xs" role="status">
              {t('password.strengthLoading')}
            </Text>
          }
        >
          <PasswordStrength password={password} known={known} />
        </Suspense>
      )}
      <PasswordInput
        {...common}
        label={t('password.again')}
        error={isLeft && again !== '' && again !== password && t('password.mismatch')}
        value={again}
        onBlur={() => setIsLeft(true)}
        onChange={(event) => onChange(password, event.currentTarget.value)}
      />
    </Stack>
  );
}
