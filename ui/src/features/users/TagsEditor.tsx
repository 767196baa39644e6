/** Tags: texts by name. */
import { Autocomplete, Button, CloseButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { viewQuery } from '@/ipc/queries';
import classes from './UserPanel.module.css';

type Tags = Readonly<Record<string, string>>;

interface Props {
  tags: Tags;
  onChange(tags: Record<string, string>): void;
}

export function TagsEditor({ tags, onChange }: Props) {
  const { t } = useTranslation('users');
  const known = useQuery(viewQuery('user_choices', {})).data?.tags ?? [];
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const isReady = name.trim() !== '';
  const add = () => {
    if (!isReady) return;
    onChange({ ...tags, [name.trim()]: value.trim() });
    setName('');
    setValue('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isReady) {
      event.preventDefault();
      add();
    }
  };
  const entries = Object.entries(tags);
  return (
    <fieldset className={classes.tags}>
      <legend className={panel.sectionTitle}>{t('notes.tags')}</legend>
      {entries.length === 0 && <p className={panel.hint}>{t('notes.noTags')}</p>}
      {entries.map(([tag, text]) => (
        <div key={tag} className={classes.tag}>
          <span>
            <bdi>{tag}</bdi>
            {' = '}
            <bdi>{text}</bdi>
          </span>
          <CloseButton
            size="sm"
            aria-label={t('notes.removeTag', { name: tag })}
            onClick={() => {
              const { [tag]: _, ...rest } = tags;
              onChange(rest);
            }}
          />
        </div>
      ))}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is left, and not used. */}
      <div
        className={classes.addTag}
        onBlur={(event) => {
          // What was typed and not added would be lost.
          if (!event.currentTarget.contains(event.relatedTarget)) add();
        }}
      >
        <Autocomplete
          size="xs"
          label={t('notes.tagName')}
          data={known.filter((tag) => !(tag in tags))}
          value={name}
          onChange={setName}
        />
        <TextInput
          size="xs"
          label={t('notes.tagValue')}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button size="xs" variant="light" disabled={!isReady} onClick={add}>
          {t('notes.addTag')}
        </Button>
      </div>
    </fieldset>
  );
}
