/** One vehicle of a sending: its name, a sign and a word for what became of it, and why. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHandStop,
  IconMinus,
  IconQuestionMark,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CommandItem, CommandState } from '@/ipc/generated/contract';
import { useTroubleWords } from '@/ipc/useTroubleWords';
import classes from './commands.module.css';

const ICONS: Readonly<Record<CommandState, TablerIcon>> = {
  waiting: IconClock,
  sending: IconSend,
  taken: IconCircleCheck,
  unknown: IconQuestionMark,
  failed: IconAlertTriangle,
  refused: IconHandStop,
  dropped: IconMinus,
};

export function RunItem({ item }: { item: CommandItem }) {
  const { t } = useTranslation('commands');
  const troubleWords = useTroubleWords();
  const Icon = ICONS[item.state];
  const why = item.objections.map((objection) => t(`objection.${objection}`)).join(' ');
  const answer = item.words && t('result.words', { words: item.words });
  const words = item.trouble ? troubleWords(item.trouble) : answer;
  return (
    <div className={classes.item}>
      <span className={classes.itemName}>
        <bdi>{item.device.name}</bdi>
      </span>
      <span className={classes.itemState} data-state={item.state}>
        <Icon size={15} aria-hidden /> {t(`state.${item.state}`)}
      </span>
      {(why || words) && (
        <span className={classes.itemWhy} title={why || words || ''}>
          {why || words}
        </span>
      )}
    </div>
  );
}
