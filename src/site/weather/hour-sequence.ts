import type { Issue } from '../issue';
import { phrase } from '../phrase';
import { error, warning } from '../validate/rule';
import { daysOfMonth } from './calendar';

interface Moment {
  month: number;
  day: number;
  /** 1 to 24, the end of the hour. */
  hour: number;
}

export interface HourSequence {
  /** The problem of the next record; null where it is the hour that must come. */
  next(cells: readonly string[], line: number): Issue | null;
  /** What is missing at the end. */
  end(lastLine: number): Issue[];
}

const written = ({ month, day, hour }: Moment) => phrase`month ${month}, day ${day}, hour ${hour}`;

function following({ month, day, hour }: Moment, leap: boolean): Moment {
  if (hour < 24) return { month, day, hour: hour + 1 };
  if (day < daysOfMonth(month, leap)) return { month, day: day + 1, hour: 1 };
  return { month: (month % 12) + 1, day: 1, hour: 1 };
}

const same = (a: Moment, b: Moment): boolean => a.month === b.month && a.day === b.day && a.hour === b.hour;

/** Checks that records are every hour of a year, in order. 29 February may be there in any year, or be left out. */
export function createHourSequence(leapInHeader: boolean): HourSequence {
  let expected: Moment = { month: 1, day: 1, hour: 1 };
  let leap = leapInHeader;
  let count = 0;
  let sawLeapDay = false;
  const accept = (moment: Moment): null => {
    expected = following(moment, leap);
    count++;
    return null;
  };
  return {
    next(cells, line) {
      const moment = { month: Number(cells[1]), day: Number(cells[2]), hour: Number(cells[3]) };
      if (cells.length < 10 || !isMoment(moment)) {
        return error(
          'epw-record',
          `line ${line}`,
          cells.length < 10
            ? phrase`The record has ${cells.length} columns; at least 10 are needed.`
            : phrase`"${cells.slice(1, 4).join(', ')}" is not a month, a day and an hour.`,
          'Check that the line is whole.',
        );
      }
      if (moment.month === 2 && moment.day === 29) {
        sawLeapDay = true;
        leap = true;
        if (same(expected, { month: 3, day: 1, hour: 1 })) expected = { month: 2, day: 29, hour: 1 };
      } else if (expected.month === 2 && expected.day === 29 && expected.hour === 1 && moment.month === 3) {
        // A header that says leap years are kept, over a year that is none.
        leap = false;
        expected = { month: 3, day: 1, hour: 1 };
      }
      if (same(moment, expected)) return accept(moment);
      const wanted = expected;
      accept(moment);
      return error(
        'epw-hours',
        `line ${line}`,
        phrase`The record is of ${written(moment)}; ${written(wanted)} must come here.`,
        'Add the hours that are missing, or take out those that come twice.',
      );
    },
    end(lastLine) {
      const whole = expected.month === 1 && expected.day === 1 && expected.hour === 1 && count >= 8760;
      if (!whole) {
        return [
          error(
            'epw-short',
            `line ${lastLine}`,
            phrase`The file ends before ${written(expected)}: it holds ${count} hours of a year of ${leap ? 8784 : 8760}.`,
            'Give a file of a whole year, from 1 January to 31 December.',
          ),
        ];
      }
      if (!sawLeapDay || leapInHeader) return [];
      return [
        warning(
          'epw-leap',
          'line 5',
          'The file has a 29 February although its header says that it keeps no leap years.',
          'The day is used; nothing need be done.',
        ),
      ];
    },
  };
}

function isMoment({ month, day, hour }: Moment): boolean {
  return (
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysOfMonth(month, true) &&
    Number.isInteger(hour) &&
    hour >= 1 &&
    hour <= 24
  );
}
