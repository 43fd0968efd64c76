import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

/** Where the compiled kernels lie. */
export const KERNELS_MODULE = 'src/engine/kernels/wasm/binary.ts';

/** Most memory of a room, 64 KiB pages: all that 32-bit addresses reach. */
const MAXIMUM_PAGES = 65_536;

/** Compiles the kernels with the flags that the engine counts on: SIMD, threads, memory from the host, no runtime. */
export function compileKernels(): Promise<Uint8Array> {
  return compile('assembly/index.ts', [
    '--enable',
    'simd,threads',
    '--sharedMemory',
    '--maximumMemory',
    String(MAXIMUM_PAGES),
  ]);
}

/** Compiles the kernel of the servers: SIMD, a memory of its own that the host makes. */
export function compileServerKernel(): Promise<Uint8Array> {
  return compile('assembly/servers/index.ts', ['--enable', 'simd']);
}

async function compile(entry: string, flags: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [
      entry,
      '--outFile',
      'kernels.wasm',
      '--runtime',
      'stub',
      '--noAssert',
      '-O3',
      '--importMemory',
      '--initialMemory',
      '1',
      ...flags,
    ],
    {
      readFile: (name: string) => {
        try {
          return readFileSync(name, 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (_name: string, contents: Uint8Array | string) => {
        if (typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === null) throw new Error(`The kernels do not compile: ${stderr.toString()}`);
  return binary;
}

/** Where the compiled kernel of the servers lies. */
export const SERVER_KERNEL_MODULE = 'src/engine/servers/kernel/binary.ts';

/** The kernel of the servers as a TypeScript module. */
export function serverKernelModule(binary: Uint8Array): string {
  return `/** Compiled from assembly/servers by \`npm run kernels\`; base64. */
export const SERVER_KERNEL_BASE64 =
  '${Buffer.from(binary).toString('base64')}';
`;
}

/** The binary as a TypeScript module, so that Node, tests and a bundled worker load it alike and at once. */
export function kernelsModule(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64');
  return `/** Compiled from assembly/ by \`npm run kernels\`; base64. */
export const KERNELS_BASE64 =
  '${text}';
/** Which byte of it holds the flags of the imported memory. */
export const MEMORY_FLAGS_AT = ${memoryFlagsAt(binary)};
`;
}

/** Place of the limits' flags in the import of env.memory: after the two names and the kind, 2. */
function memoryFlagsAt(binary: Uint8Array): number {
  const name = Buffer.from('\x03env\x06memory\x02');
  const at = Buffer.from(binary).indexOf(name) + name.length;
  if (at < name.length || binary[at] !== 3)
    throw new Error('The kernels do not import a shared memory of limited size.');
  return at;
}
