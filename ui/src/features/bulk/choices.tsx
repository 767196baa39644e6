/** What lists of names to choose from have in common. */
import type { ComboboxItem } from '@mantine/core';

/** Accounts can have thousands of groups; typing finds what scrolling would not. */
export const OFFERED = 200;

/** A name keeps its own direction. */
export function isolatedLabel({ option }: { option: ComboboxItem }) {
  return <bdi>{option.label}</bdi>;
}
