/** A button whose menu saves something as a file of a kind, and the words for what went wrong with it. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NotSavedDialog } from './NotSavedDialog';
import { type NamedFile, useSaveFile } from './useSaveFile';

export interface SaveChoice<K extends string> {
  kind: K;
  label: string;
  isDisabled?: boolean;
}

interface Props<K extends string> {
  label: string;
  choices: readonly SaveChoice<K>[];
  /** Below the choices. */
  note?: ReactNode;
  /** The title of what went wrong. */
  notSaved: string;
  /** Asks for the file. */
  make(kind: K): Promise<NamedFile>;
  /** In place of a button with the label. */
  target?(isSaving: boolean): ReactNode;
}

export function SaveFileMenu<K extends string>(props: Props<K>) {
  const { label, choices, note, notSaved, make, target } = props;
  const saving = useSaveFile<K>(make);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          {target?.(saving.isPending) ?? (
            <Button
              size="xs"
              variant="default"
              loading={saving.isPending}
              leftSection={<IconDownload size={15} aria-hidden />}
            >
              {label}
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown maw={300}>
          {choices.map((choice) => (
            <Menu.Item
              key={choice.kind}
              disabled={choice.isDisabled ?? false}
              onClick={() => saving.mutate(choice.kind)}
            >
              {choice.label}
            </Menu.Item>
          ))}
          {note && <Menu.Label>{note}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {saving.error && (
        <NotSavedDialog
          title={notSaved}
          error={saving.error.body}
          onRetry={() => saving.variables && saving.mutate(saving.variables)}
          onClose={saving.reset}
        />
      )}
    </>
  );
}
