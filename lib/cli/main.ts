/** `npm run -s sidelight -- COMMAND`. */
import { FileFormatError } from '../container/container';
import { runExtract } from './extract';
import { runIndex } from './index-command';
import { CommandError, oneLine, UsageError } from './io';
import { runMatch } from './match-command';
import { runNames } from './names-command';

const HELP = `usage: sidelight COMMAND [--help]

  extract   read the article of a page
  index     build an index, or say what one holds
  match     find who else reports an article's event
  names     tell whether two written forms are one name
`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  extract: runExtract,
  index: runIndex,
  match: runMatch,
  names: runNames,
};

async function main([name, ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new UsageError(
      name === undefined ? 'name a command: extract, index, match or names' : `no command "${name}"`,
    );
  return command(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`sidelight: ${oneLine(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
    if (!(error instanceof UsageError || error instanceof CommandError || error instanceof FileFormatError)) {
      process.stderr.write('This is a fault of Sidelight: please report it.\n');
    }
  },
);
