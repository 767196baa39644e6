/** The panel beside a table in which one thing is edited: its name, a way to close it, and the form. */
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './EditorPanel.module.css';

interface Props {
  label: string;
  title: string | undefined;
  testId: string;
  onClose(): void;
  children: ReactNode;
}

export function EditorPanel({ label, title, testId, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <aside
      aria-label={label}
      className={classes.panel}
      data-testid={testId}
      onKeyDown={(event) => {
        const { target, currentTarget } = event;
        // A dialog that was opened from here is not within the panel, though its keys come by.
        const isInside = target instanceof Element && currentTarget.contains(target);
        // The first one closes the list that hangs open below a field.
        const isListOpen = isInside && target.getAttribute('aria-expanded') === 'true';
        if (event.key === 'Escape' && isInside && !isListOpen) onClose();
      }}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>
          <bdi>{title}</bdi>
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
