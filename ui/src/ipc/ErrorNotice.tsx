/** A failure as a person reads it: what happened, why, what to do; the details folded away. */
import { Alert, Button, Code, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ErrorNotice.module.css';
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
  const [showsDetails, details] = useDisclosure();
  const { sentence, cause, wayOut } = errorTexts(t, error, retrying);
  return (
    <Alert
      p="sm"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? sentence}
      role="alert"
      data-error-code={error.code}
      classNames={{ root: classes.notice, title: classes.title, icon: classes.icon }}
    >
      <Text size="sm">
        {title && `${sentence} `}
        {cause} {wayOut}
      </Text>
      {children}
      <Group gap="xs" mt="xs">
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
        {actions}
        {error.message && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={showsDetails}
            onClick={details.toggle}
          >
            {showsDetails ? t('hideDetails') : t('showDetails')}
          </Button>
        )}
      </Group>
      <Collapse expanded={showsDetails}>
        <Code block mt="xs">
          {error.message}
        </Code>
      </Collapse>
    </Alert>
  );
}
