import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

/** Where the compiled kernels lie. */
export const KERNELS_MODULE = 'src/engine/kernels/wasm/binary.ts';

/** Compiles the kernels with the flags that the engine counts on: SIMD, memory from the host, no runtime. */
export async function compileKernels(): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [
      'assembly/index.ts',
      '--outFile',
      'kernels.wasm',
      '--runtime',
      'stub',
      '--noAssert',
      '-O3',
      '--enable',
      'simd',
      '--importMemory',
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

/** The binary as a TypeScript module, so that Node, tests and a bundled worker load it alike and at once. */
export function kernelsModule(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString('base64');
  return `/** Compiled from assembly/ by \`npm run kernels\`; base64. */\nexport const KERNELS_BASE64 =\n  '${text}';\n`;
}
