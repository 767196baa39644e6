/** The saved views: opened, saved under a name, renamed, replaced, deleted. */
import { ActionIcon, Button, Divider, Popover, Text, Tooltip } from '@mantine/core';
import { IconBookmark, IconPencil, IconReplace, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { SavedView } from '@/ipc/generated/contract';
import classes from './SavedViews.module.css';
import { useSavedViews } from './useSavedViews';
import { ViewNameDialog } from './ViewNameDialog';

export type ViewContents = Omit<SavedView, 'name'>;

interface Props {
  /** What is shown now. */
  current: ViewContents;
  onOpen(view: SavedView): void;
}

type Naming = { kind: 'save' } | { kind: 'rename'; from: string };

export function SavedViews({ current, onOpen }: Props) {
  const { t } = useTranslation('users');
  const [isOpen, setIsOpen] = useState(false);
  const [naming, setNaming] = useState<Naming | null>(null);
  const saved = useSavedViews();
  const begin = (next: Naming) => {
    setIsOpen(false);
    setNaming(next);
  };
  const end = () => setNaming(null);
  return (
    <>
      <Popover
        position="bottom-end"
        trapFocus
        returnFocus
        withinPortal
        opened={isOpen}
        onChange={setIsOpen}
      >
        <Popover.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBookmark size={15} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('views.open')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="xs" maw={360} aria-label={t('views.open')}>
          {saved.readError && (
            <ErrorNotice
              title={t('views.readFailed')}
              error={saved.readError.body}
              onRetry={saved.readAgain}
            />
          )}
          {saved.views.length === 0 && !saved.readError && (
            <Text size="sm" c="dimmed" px={6} py={4}>
              {t('views.none')}
            </Text>
          )}
          <ul className={classes.views}>
            {saved.views.map((view) => (
              <ViewLine
                key={view.name}
                name={view.name}
                onOpen={() => {
                  setIsOpen(false);
                  onOpen(view);
                }}
                onRename={() => begin({ kind: 'rename', from: view.name })}
                onOverwrite={() => saved.save({ ...current, name: view.name }, end)}
                onDelete={() => saved.remove(view.name)}
              />
            ))}
          </ul>
          {saved.error && !naming && (
            <ErrorNotice title={t('views.failed')} error={saved.error.body} />
          )}
          <Divider my={6} />
          <Button size="compact-sm" variant="subtle" onClick={() => begin({ kind: 'save' })}>
            {t('views.save')}
          </Button>
        </Popover.Dropdown>
      </Popover>
      {naming && (
        <ViewNameDialog
          naming={naming}
          taken={saved.views.map(({ name }) => name)}
          isSaving={saved.isSaving}
          error={saved.error}
          onName={(name) =>
            naming.kind === 'save'
              ? saved.save({ ...current, name }, end)
              : saved.rename(naming.from, name, end)
          }
          onClose={end}
        />
      )}
    </>
  );
}

interface LineProps {
  name: string;
  onOpen(): void;
  onRename(): void;
  onOverwrite(): void;
  onDelete(): void;
}

function ViewLine({ name, onOpen, onRename, onOverwrite, onDelete }: LineProps) {
  const { t } = useTranslation('users');
  const actions = [
    { key: 'rename', Icon: IconPencil, run: onRename },
    { key: 'overwrite', Icon: IconReplace, run: onOverwrite },
    { key: 'delete', Icon: IconTrash, run: onDelete },
  ] as const;
  return (
    <li className={classes.view}>
      <button type="button" className={classes.name} onClick={onOpen}>
        <bdi>{name}</bdi>
      </button>
      {actions.map(({ key, Icon, run }) => (
        <Tooltip key={key} label={t(`views.${key}`)}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`${t(`views.${key}`)}: ${name}`}
            onClick={run}
          >
            <Icon size={14} />
          </ActionIcon>
        </Tooltip>
      ))}
    </li>
  );
}
