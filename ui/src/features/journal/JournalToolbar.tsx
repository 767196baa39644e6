/** Above the journal: search, what became of the changes, and the way out to a file. */
import { Button, Group, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageSearchField } from '@/components/SearchField';
import type { EntryState } from '@/ipc/generated/contract';
import { ENTRY_STATES } from './EntryStateMark';
import classes from './journal.module.css';

interface Props {
  text: string;
  onText(text: string): void;
  state: EntryState | null;
  onState(state: EntryState | null): void;
  canExport: boolean;
  isExporting: boolean;
  onExport(): void;
}

export function JournalToolbar(props: Props) {
  const { t } = useTranslation('journal');
  return (
    <Group gap="xs">
      <div className={classes.search}>
        <PageSearchField
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          text={props.text}
          onChange={props.onText}
        />
      </div>
      <Select
        size="xs"
        aria-label={t('stateFilter.label')}
        placeholder={t('stateFilter.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('stateFilter.clear') }}
        data={ENTRY_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        value={props.state}
        onChange={props.onState}
      />
      <Button
        size="xs"
        variant="default"
        ms="auto"
        leftSection={<IconDownload size={15} aria-hidden />}
        disabled={!props.canExport}
        loading={props.isExporting}
        onClick={props.onExport}
      >
        {t('export')}
      </Button>
    </Group>
  );
}
