import { expect, it } from 'vitest';
import { firstTags, toggleTag, unlisted } from './tagChoice';

const tag = (key: string, value: string) => ({ key, value });
const offered = (key: string, count: number) => ({
  key,
  matched: count,
  values: Array.from({ length: count }, (_, n) => ({ value: `${key} ${n}`, devices: 1 })),
});

it('a tag is chosen and taken away, and the others stay', () => {
  const both = toggleTag([tag('depot', 'Coquimbo')], tag('depot', 'La Serena'));
  expect(both).toEqual([tag('depot', 'Coquimbo'), tag('depot', 'La Serena')]);
  expect(toggleTag(both, tag('depot', 'Coquimbo'))).toEqual([tag('depot', 'La Serena')]);
});

it('the same value of another key is another tag', () => {
  expect(toggleTag([tag('from', 'Arica')], tag('to', 'Arica'))).toHaveLength(2);
});

it('keys with many values leave room for the others', () => {
  const [plate, type] = firstTags([offered('plate', 40), offered('type', 3)]);
  expect([plate?.values.length, plate?.matched, type?.values.length]).toEqual([8, 40, 3]);
});

it('what is chosen can be taken away although it is not offered', () => {
  const chosen = [tag('plate', 'plate 1'), tag('plate', 'plate 30'), tag('gone', 'x')];
  expect(unlisted(chosen, firstTags([offered('plate', 40)]))).toEqual(chosen.slice(1));
});
