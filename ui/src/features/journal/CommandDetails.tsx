/** A command as it was sent, and what the tracker reported after it. */
import { useTranslation } from 'react-i18next';
import { LaterFixes } from '@/format/LaterFixes';
import type { CommandForm, JournalEntry } from '@/ipc/generated/contract';
import classes from './journal.module.css';

interface Props {
  entry: JournalEntry;
  command: CommandForm;
}

export function CommandDetails({ entry, command }: Props) {
  const { t } = useTranslation('commands');
  const wasSent = entry.state !== 'failed' && entry.state !== 'pending';
  return (
    <>
      <p className={classes.text}>
        {t('result.command', { text: command.text })} ({t(`format.${command.format}`)},{' '}
        {t(command.bySms ? 'way.sms' : 'way.gprs')})
      </p>
      {wasSent && <LaterFixes sentAt={entry.at} fixes={entry.laterFixes} />}
    </>
  );
}
