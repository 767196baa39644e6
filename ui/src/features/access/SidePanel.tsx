/** The panel beside the list: a name, the way to more of it, and what is said of its access. */
import { CloseButton, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import classes from './access.module.css';

interface Props {
  label: string;
  name: string | undefined;
  /** The way to the thing itself. */
  link: ReactNode;
  error: CallError | null;
  onRetry(): void;
  onClose(): void;
  children: ReactNode;
}

export function SidePanel({ label, name, link, error, onRetry, onClose, children }: Props) {
  const { t } = useTranslation('access');
  const { t: tCommon } = useTranslation();
  return (
    <aside
      aria-label={label}
      className={classes.panel}
      data-testid="access-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={classes.panelHeader}>
        <h2 className={classes.panelTitle}>
          <bdi>{name}</bdi>
        </h2>
        <CloseButton aria-label={tCommon('close')} onClick={onClose} />
      </header>
      {link}
      {error && <ErrorNotice title={t('panelFailed')} error={error.body} onRetry={onRetry} />}
      {children ?? (!error && <Loader size="sm" role="status" aria-label={t('loading')} />)}
    </aside>
  );
}
