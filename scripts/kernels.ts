/** `npm run kernels`: compiles assembly/ to WebAssembly and writes it as the modules that the engine loads. */
import { writeFileSync } from 'node:fs';
import {
  compileKernels,
  compileServerKernel,
  KERNELS_MODULE,
  kernelsModule,
  SERVER_KERNEL_MODULE,
  serverKernelModule,
} from './kernels/compile';

const write = (path: string, text: string, binary: Uint8Array) => {
  writeFileSync(path, text);
  process.stdout.write(`${path}: ${binary.length} bytes of WebAssembly\n`);
};
const air = await compileKernels();
write(KERNELS_MODULE, kernelsModule(air), air);
const servers = await compileServerKernel();
write(SERVER_KERNEL_MODULE, serverKernelModule(servers), servers);
