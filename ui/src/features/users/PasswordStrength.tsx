/** How strong the typed password is: a bar and the word for it. */
import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { strengthOf } from './strength';

const LOOKS = [
  { color: 'red', share: 10 },
  { color: 'red', share: 30 },
  { color: 'yellow', share: 55 },
  { color: 'teal', share: 80 },
  { color: 'teal', share: 100 },
] as const;

const WORDS = ['s0', 's1', 's2', 's3', 's4'] as const;

interface Props {
  password: string;
  /** What is known of the user, and easily guessed. */
  known: readonly string[];
}

export function PasswordStrength({ password, known }: Props) {
  const { t } = useTranslation('users');
  const score = Math.min(4, Math.max(0, strengthOf(password, known)));
  const { color, share } = LOOKS[score] ?? LOOKS[0];
  return (
    <div>
      <Progress size="sm" color={color} value={share} aria-hidden />
      <Text size="xs" role="status" mt={2}>
        {t('password.strength', { word: t(`password.${WORDS[score] ?? 's0'}`) })}
      </Text>
    </div>
  );
}
