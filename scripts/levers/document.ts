import { mkdirSync, writeFileSync } from 'node:fs';
import type { LeverStudy, StudyOfSite } from '../../src/frame/levers';
import { energyBars } from './bars';
import { checkTable, energyTable, ladderTable, measuresText, serviceTable } from './tables';

const FOLDER = 'docs';
/** A year of the 40-rack site has to take no longer, s of processor time. */
const MOST_SECONDS = 30;

/** Writes docs/levers.md and a figure for each site. */
export function writeDocument(study: LeverStudy): void {
  mkdirSync(`${FOLDER}/figures`, { recursive: true });
  for (const site of study.sites) {
    const title = `${site.name}: electricity of ${period(study)}`;
    writeFileSync(`${FOLDER}/figures/levers-${site.id}.svg`, energyBars(title, site.rows));
  }
  writeFileSync(`${FOLDER}/levers.md`, documentText(study));
}

const period = ({ days }: LeverStudy): string => (days === 365 ? 'a year (8760 h)' : `${days} days`);

function siteText(study: LeverStudy, site: StudyOfSite): string {
  const speed = site.yearSeconds.toFixed(1);
  const judged =
    site.racks === 40 ? (site.yearSeconds <= MOST_SECONDS ? ' (asked for: 30 s)' : ' (**MISS**, asked for: 30 s)') : '';
  return `## ${site.name}

${site.racks} racks, ${site.units} cooling units; seeds ${site.seeds.join(', ')}; rooms traced with the ${site.turbulence} turbulence. A year of the base row took ${speed} s of processor time at steps of ${study.stepSeconds} s${judged}.

![Electricity by row](figures/levers-${site.id}.svg)

Energy in MWh. Saved: facility energy against _every lever off_ on the same seed; a minus sign is a loss.

${energyTable(site)}

${serviceTable(site)}

${ladderText(site)}### The same hours in the room of cells

${site.checks[0]?.hours ?? 0} hours from noon of day ${site.checks[0]?.startDay ?? 0}, cells of ${study.cellMetres} m, tick by tick, against the steps of the reduced model.

${checkTable(site)}
`;
}

function fortnightText({ fortnight }: StudyOfSite): string {
  if (fortnight === undefined) return '';
  const { startDay, days, rows } = fortnight;
  return `
All strategies over a fortnight of July, rooms traced with the k-epsilon turbulence (days ${startDay} to ${startDay + days - 1}), first seed alone. Predictive control foresees by the very model that stands for the room, so it knows the room better than it could in a real one; load and weather it foresees as they are now.

${ladderTable(rows)}
`;
}

function ladderText(site: StudyOfSite): string {
  if (site.ladder.length === 0) return '';
  return `### Control ladder

In this room with ${measuresText(site)}; servers as with every lever off. _A unit out_: the first unit stands still for a week in July (days 197 to 203).

${ladderTable(site.ladder)}
${fortnightText(site)}
`;
}

/** The document of a study. */
export function documentText(study: LeverStudy): string {
  return `# The levers, over a year

Written by \`${study.command}\`; ${period(study)}, steps of ${study.stepSeconds} s on reduced models made on cells of ${study.cellMetres} m. Means over seeds with half of the 95 % interval (Student, paired where a saving is given). A seed sets the random part of the workload and the synthetic weather; every row sees the same hours (common random numbers).

## How to read it

- **Every lever off**: governor \`performance\`, no sleep, work spread evenly, server fans in common, no containment, supply air fixed at 22 °C, unit fans fixed at full speed, no economiser. Each single measure is that plus one thing. _As its author runs it_ is the bundled file itself; it is no lever, but shows how far the base row is from it.
- **Work**: the same is asked of every row. What a step leaves undone waits and is asked for again; late is what is not done within ten minutes. Full-load hours: hours of all servers at their peak. EER here is work over the energy of the whole facility.
- **Limits**: recommended 27 °C, allowable by the class of the site; the inlet is the mean of a rack by flow, so single servers can be warmer. An hour counts as soon as one rack is over.
- **Setpoints** are searched for on weeks of a seed (1001) that no figure is counted on, and have to keep every rack 1 K under the recommended limit: the error of the reduced model. _Best_: the least energy among the safe ones, in a week of each season.
- **Chilled water** stays as the site has it, colder where the supply air asks for that. _Chilled water follows the supply air_ also makes it warmer; chiller curves end at 12.8 °C leaving water and are held there, so that hours are counted as beyond a curve and the saving of the machines is understated.
- **Unit fans follow the racks**: one speed for all, that keeps the warmest rack 2 K above the supply.
- **Steps of ${study.stepSeconds} s** are longer than the loops of fans and chips. Server fans therefore follow power and inlet here (the controller on the chip rests at the same speed). In one fortnight of the starter room steps of 60 s changed energy by 0.2 % at most, but the worst inlet of rows with a control loop by up to 2 K and their hours over the limit by up to a factor of two: read those as an order of magnitude. A server that wakes is taken to need a whole step instead of 20 s, and swings of load within a step are averaged, which favours sleep: in the hours repeated in the room of cells the IT load with sleep on is 1 to 2 % higher there.
- **No spare**: with one of its two units out the starter room makes more heat than the other coil can take. No strategy can hold it; temperatures far above 60 °C only say so, as servers would have switched off.
- **Assumptions**: workload, weather recipe, carbon profile, tariffs, plant and coils are round figures of the example sites (their descriptions say which); savings are of these sites, not of datacentres at large. Sites without a computed plant, weather, carbon or prices get those of the starter room with its plant, a chilled-water plant sized for 1.3 times their air-cooled load and a W32 loop for liquid. The AI pod's checkpoint cycle of ten minutes is replaced by a diurnal load.
- **Scheduling and monitor** are not there yet and have no figures.

${study.sites.map((site) => siteText(study, site)).join('\n')}`;
}
