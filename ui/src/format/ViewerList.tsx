/** Users who see a device: each with the reason, and whether they can sign in at all. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '@/ipc/generated/contract';
import classes from './effects.module.css';
import { isolated } from './words';

interface Props {
  viewers: readonly Viewer[];
  /** The name as it leads to the user, where it does. */
  nameOf(viewer: Viewer): ReactNode;
}

export function ViewerList({ viewers, nameOf }: Props) {
  const { t } = useTranslation('access');
  return (
    <ul className={classes.lots}>
      {viewers.map((viewer) => (
        <li key={viewer.id} data-viewer={viewer.id}>
          {nameOf(viewer)}
          <p className={classes.text}>
            {viewer.group === null
              ? t('reason.own')
              : t('reason.group', { group: isolated(viewer.group) })}
            {viewer.standing !== 'active' && ` · ${t(`standing.${viewer.standing}`)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
