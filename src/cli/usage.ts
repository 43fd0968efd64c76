/** The command line itself is wrong: what it says and which help to show. Exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const usage = `Isotherm: an interactive digital twin of a datacentre, headless.

  twin simulate FILE [options]   run a site and print its temperatures, flows, power and metrics
  twin grid FILE [options]       run a site on three grids: how far its numbers depend on the air cells
  twin fail FILE [options]       play failures from the settled room: minutes to each limit, rack by rack
  twin matrix FILE [options]     who breathes whose exhaust: shares, capture indices, age of air, K per W
  twin reduce FILE --out FILE    write the room's reduced-order model for fast runs
  twin dvfs FILE [options]       energy and missed deadlines under each frequency governor, at equal work
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

Options of fail: what fails (several at once; the first seven may be repeated)
  --unit ID         a cooling unit stops: no cooling, fans run down
  --coil ID         a cooling unit loses its cooling, its fans go on
  --fan ID          the fans of a cooling unit lose their drive
  --door ID         the doors of a containment are left open
  --tile-removed ID, --tile-blocked ID   a floor tile is lifted, or covered
  --blanking ID     a rack loses its blanking panels
  --chilled-water   the chillers stop [--loop M3 water that circulates on] [--pumps-stopped]
  --compressors     direct-expansion compressors stop
  --power           the grid fails, IT goes on [--ups-fans] [--ups-pumps] [--loop M3] [--generator S until power is back]
  --at S, --for S   start (default 0) and time until repair; without --for they last
  --each-unit       instead: every running cooling unit out in turn
  --scenario FILE   instead: a scenario document
Other options of fail
  --horizon S       time played, s (default 1800, or twice the last repair)
  --live-demand     let the demand go on as the site says; it is held where it stands otherwise
  --shutdown C, --throttling C   inlet temperatures of these thresholds, °C (43; by the servers' chips)
  --out FILE        write the time series as CSV
  --cell METRES, --seed N, --json  as above

Options of matrix
  --by rack|chassis who counts as one (default rack)
  --out DIR         also write shares.csv, rise.csv (K/W) and interference.csv into DIR
  --cell METRES, --seed N, --json  as above

Options of reduce
  --state NAME      healthy (default), 'UNIT out', breach (doors of all containments open), or all of them in one file
  --balances A,...  flow of the racks over that of the units (default: what servers and units can do together)
  --loads A,...     loads of the servers, share of their peak (default: where the buoyancy of the racks changes)
  --inlets A,...    inlets that their fans answer to, °C (default: the same)
  --by WHAT         chassis (default) or rack, each then as one well-mixed chassis
  --cell METRES, --seed N  as above

Options of dvfs
  --type ID         server type (default: the one that the site has most of)
  --servers N       servers that the site's workload runs on (default 20)
  --seeds N         random days for each policy (default 10)
  --deadline S      a second's work must be done within S seconds, its own included (default 2)
  --inlet C         inlet temperature, °C (default 22)
  --out FILE        also write the table as Markdown
  --json            as above

Exit status: 0 fine; 1 the input is bad (issues on standard error, nothing on standard output); 2 wrong usage.
`;
