/** A failure as a person reads it: what happened, why, what to do; the details folded away. */
import { Alert, Button, Code, Group, Spoiler, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorTexts, type Retrying } from './errors';
import type { ErrorBody } from './generated/contract';

interface Props {
  /** What was tried; the error's own sentence if left out. */
  title?: string;
  error: ErrorBody;
  /** Whether the app itself goes on trying; it does not if left out. */
  retrying?: Retrying;
  onRetry?(): void;
  /** Further ways out, as buttons. */
  actions?: ReactNode;
  /** More to say, below the way out. */
  children?: ReactNode;
}

export function ErrorNotice({ title, error, retrying, onRetry, actions, children }: Props) {
  const { t } = useTranslation('errors');
  const { sentence, cause, wayOut } = errorTexts(t, error, retrying);
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? sentence}
      role="alert"
      data-error-code={error.code}
    >
      <Text size="sm">
        {title && `${sentence} `}
        {cause} {wayOut}
      </Text>
      {children}
      {(onRetry || actions) && (
        <Group gap="xs" mt="xs">
          {onRetry && (
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
          )}
          {actions}
        </Group>
      )}
      {error.message && (
        <Spoiler
          mt="xs"
          maxHeight={0}
          showLabel={t('showDetails')}
          hideLabel={t('hideDetails')}
          styles={{ control: { fontSize: 'var(--mantine-font-size-xs)' } }}
        >
          <Code block>{error.message}</Code>
        </Spoiler>
      )}
    </Alert>
  );
}
