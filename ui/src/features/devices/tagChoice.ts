/** Tags that are chosen, among those that are offered. Pure. */
import type { DeviceTag, TagKey } from '@/ipc/generated/contract';

/** Of a key with more values than that the most frequent are offered; typing finds the others. */
const OFFERED_VALUES = 8;

/** The tags with one more, or one less. */
export function toggleTag(chosen: readonly DeviceTag[], tag: DeviceTag): DeviceTag[] {
  const others = chosen.filter(({ key, value }) => key !== tag.key || value !== tag.value);
  return others.length < chosen.length ? others : [...chosen, tag];
}

/** What is offered before anyone types. */
export function firstTags(keys: readonly TagKey[]): TagKey[] {
  return keys.map((key) => ({ ...key, values: key.values.slice(0, OFFERED_VALUES) }));
}

/** Chosen ones that are not among the offered, so that they can be taken away. */
export function unlisted(chosen: readonly DeviceTag[], offered: readonly TagKey[]): DeviceTag[] {
  const isOffered = (tag: DeviceTag) =>
    offered.some(
      ({ key, values }) => key === tag.key && values.some(({ value }) => value === tag.value),
    );
  return chosen.filter((tag) => !isOffered(tag));
}
