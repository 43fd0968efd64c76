import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LeverStudy, STUDY_SITES, SUBSYSTEMS } from '../../src/frame/levers';
import { documentText } from './document';

const study = JSON.parse(readFileSync('public/levers.json', 'utf8')) as LeverStudy;
const rows = study.sites.flatMap((site) => site.rows.map((row) => ({ site, row })));

describe('the figures of the levers that ship with the page', () => {
  it('are of sites of the study, and their parts sum to the facility within the six digits that are kept', () => {
    const known = STUDY_SITES.map(({ id }) => id as string);
    expect(study.sites.length).toBeGreaterThan(0);
    for (const { id } of study.sites) expect(known).toContain(id);
    for (const { row } of rows) {
      const sum = SUBSYSTEMS.reduce((total, id) => total + row.values[id].mean, 0);
      expect(Math.abs(sum / row.values.facility.mean - 1)).toBeLessThan(2e-5);
    }
  });

  it('ask for the same work of every row, and say of what is not there that it is not', () => {
    for (const { site, row } of rows) {
      const [base] = site.rows;
      expect(base!.plan.id).toBe('off');
      expect(base!.saving.mean).toBe(0);
      expect(row.values.askedWork.mean).toBe(base!.values.askedWork.mean);
    }
    for (const { notThere } of study.sites) {
      expect(notThere.map(({ id }) => id)).toEqual(expect.arrayContaining(['scheduling', 'monitor']));
    }
  });

  it('are those of docs/levers.md', () => {
    expect(readFileSync('docs/levers.md', 'utf8')).toBe(documentText(study));
  });
});
