/** Above the groups: search, the way to a new one, and how many came through. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageSearchField } from '@/components/SearchField';
import { useFormats } from '@/format/FormatProvider';
import classes from './GroupList.module.css';

interface Props {
  text: string;
  onText(text: string): void;
  onNew(): void;
  /** Further tools. */
  tools: ReactNode;
  /** How many there are, and how many of them are shown; absent until they are read. */
  counts: { matched: number; total: number } | undefined;
}

export function GroupToolbar({ text, onText, onNew, tools, counts }: Props) {
  const { t } = useTranslation('groups');
  return (
    <div className={classes.toolbar}>
      <div className={classes.search}>
        <PageSearchField
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          text={text}
          onChange={onText}
        />
      </div>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={onNew}
      >
        {t('new')}
      </Button>
      {tools}
      {counts && <ResultCount {...counts} />}
    </div>
  );
}

function ResultCount({ matched, total }: { matched: number; total: number }) {
  const { t } = useTranslation('groups');
  const formats = useFormats();
  return (
    <span role="status" className={classes.results} data-testid="group-count">
      {matched === total
        ? t('results.all', { count: total, total: formats.count(total) })
        : t('results.some', { matched: formats.count(matched), total: formats.count(total) })}
    </span>
  );
}
