/** What is chosen, what can be done with it, and how to let go of it. There from the start, so that it is read out. */
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SelectionBar.module.css';

interface Props {
  /** How many of what; nothing is shown without it. */
  count: string | null;
  /** What a change of the filter did to what was chosen. */
  filterEffect: 'none' | 'kept' | 'dropped';
  /** What can be done. */
  children: ReactNode;
  onClear(): void;
}

export function SelectionBar({ count, filterEffect, children, onClear }: Props) {
  const { t } = useTranslation('selection');
  const effect = filterEffect === 'none' ? null : t(filterEffect);
  return (
    <section
      aria-label={t('bar')}
      className={count !== null || effect ? classes.bar : undefined}
      data-testid="selection-bar"
    >
      <div role="status">
        {count !== null && <strong>{count}</strong>}
        {effect && <span className={classes.effect}>{effect}</span>}
      </div>
      {count !== null && (
        <>
          {children}
          <CloseButton
            size="sm"
            className={classes.clear}
            aria-label={t('clear')}
            title={t('clear')}
            onClick={onClear}
          />
        </>
      )}
    </section>
  );
}
