/** What speaks against a command, each in a sentence. */
import { useTranslation } from 'react-i18next';
import type { Objection } from '@/ipc/generated/contract';
import classes from './commands.module.css';

export function Objections({ objections }: { objections: readonly Objection[] }) {
  const { t } = useTranslation('commands');
  return (
    <ul className={classes.objections}>
      {objections.map((objection) => (
        <li key={objection}>{t(`objection.${objection}`)}</li>
      ))}
    </ul>
  );
}
