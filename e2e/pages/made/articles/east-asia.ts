import type { ArticleFixture } from '../specification';
import * as stories from '../stories/east-asia';

export const EAST_ASIA: readonly ArticleFixture[] = [
  {
    name: 'zh-short-paragraphs',
    story: stories.zhBridge,
    template: 'divisions',
    boxes: ['share', 'alsoRead', 'tags', 'mostRead'],
    dating: { line: '发布时间：2025年6月23日 星期一 18:12', says: '2025-06-23T18:12' },
  },
  {
    name: 'zh-undated-bare',
    story: stories.zhLibrary,
    template: 'bare',
    boxes: ['clock', 'ago', 'plainTags', 'lateClock', 'copyright'],
    dating: { says: null },
  },
  {
    name: 'zh-embedded-state-undated',
    story: stories.zhLibrary,
    template: 'state',
    boxes: [],
    dating: { says: null },
  },
  {
    name: 'tw-republican-era',
    story: stories.twBus,
    template: 'components',
    boxes: ['share', 'alsoRead', 'tags'],
    dating: { line: '民國114年6月23日 18:12', says: '2025-06-23T18:12' },
  },
  {
    name: 'ja-japanese-era',
    story: stories.jaFestival,
    template: 'vertical',
    boxes: ['share', 'newsletter', 'mostRead'],
    dating: { line: '令和7年6月23日', says: '2025-06-23' },
  },
  {
    name: 'ja-readings',
    story: stories.jaFishers,
    template: 'semantic',
    boxes: ['clock', 'photo', 'alsoRead', 'tags'],
    dating: { line: '公開 2025年6月23日 18:12 / 更新 2025年6月24日 9:00', says: '2025-06-23T18:12' },
  },
  {
    name: 'ja-undated-read-more',
    story: stories.jaFestival,
    template: 'readMore',
    boxes: ['clock', 'ago', 'share'],
    dating: { says: null },
  },
  {
    name: 'ko-published-and-changed',
    story: stories.koAlley,
    template: 'columns',
    boxes: ['share', 'advertisement', 'tags', 'mostRead'],
    dating: { line: '입력 2025.06.23 18:12 수정 2025.06.24 09:00', says: '2025-06-23T18:12' },
  },
  {
    name: 'th-buddhist-calendar',
    story: stories.thCanal,
    template: 'semantic',
    boxes: ['clock', 'share', 'alsoRead', 'tags'],
    dating: { line: '๒๓ มิถุนายน ๒๕๖๘', says: '2025-06-23' },
  },
  {
    name: 'th-undated-with-clock',
    story: stories.thCanal,
    template: 'divisions',
    boxes: ['clock', 'ago', 'comments', 'mostRead', 'lateClock'],
    dating: { says: null },
  },
  {
    name: 'vi-graph',
    story: stories.viHarvest,
    template: 'graph',
    boxes: ['share', 'relatedBox', 'tags'],
    dating: { line: 'Thứ Hai, ngày 23 tháng 6 năm 2025 - 18:12', says: '2025-06-23T18:12' },
  },
  {
    name: 'id-day-and-time-apart',
    story: stories.idVillage,
    template: 'semantic',
    boxes: ['cookies', 'share', 'alsoRead', 'comments', 'next'],
    dating: { iso: '2025-06-23', line: 'Senin, 23 Jun 2025 18:12 WIB', says: '2025-06-23T18:12+07:00' },
  },
];
