/** The command line itself is wrong: what it says and which help to show. Exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const usage = `Isotherm: an interactive digital twin of a datacentre, headless.

  twin simulate FILE [options]   run a site and print its temperatures, flows, power and metrics
  twin grid FILE [options]       run a site on three grids: how far its numbers depend on the air cells
  twin check FILE                validate a site document
  twin --help                    this text

Options of simulate
  --steady          run until the air has settled (the default)
  --seconds S       run S simulated seconds instead, one tick a second
  --cell METRES     size of the air cells; chosen from the geometry where absent
  --seed N          seed of the random parts, a whole number (default 1)
  --json            print one JSON object; numbers that the site cannot give are null
  --out DIR         also write time series as CSV into DIR: facility.csv, racks.csv, units.csv
  --every S         seconds between the rows of those files (default 1)

Options of grid
  --sizes A,B,C     three cell sizes in metres; from the size that the site runs on where absent
  --seed N, --json  as above

Exit status: 0 fine; 1 the input is bad (issues on standard error, nothing on standard output); 2 wrong usage.
`;
