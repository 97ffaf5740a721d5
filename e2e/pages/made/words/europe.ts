import type { Words } from './index';

export const EUROPE: Readonly<Record<string, Words>> = {};
