/** Says that a change went through; there from the start, so that it is read out. */
import { CloseButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './changes.module.css';
import type { ChangeWord } from './pendingChange';

interface Props {
  /** What was done; nothing is said without it. */
  done: ChangeWord | null;
  /** The way to where it can be taken back. */
  link?: ReactNode;
  onDismiss(): void;
}

export function DoneLine({ done, link, onDismiss }: Props) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  return (
    <div role="status" data-testid="change-done">
      {done && (
        <div className={classes.done}>
          <IconCircleCheck size={16} aria-hidden />
          <span>{t(`done.${done}`)}</span>
          {link}
          <CloseButton size="sm" aria-label={tCommon('close')} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
