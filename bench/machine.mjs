// What the figures were measured on.
import os from 'node:os';

/** The machine by name, and how many of its cores other programs take now, over two seconds in which we do nothing. */
export async function machine(chromium) {
  const before = busy();
  await new Promise((done) => setTimeout(done, 2000));
  const others = (busy() - before) / 2000;
  const [{ model }] = os.cpus();
  return {
    processor: model,
    cores: os.cpus().length,
    gigabytes: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    chromium: chromium.version(),
    node: process.version,
    others,
  };
}

/** Milliseconds that all cores have worked. */
function busy() {
  return os.cpus().reduce((sum, { times: { idle, ...working } }) => sum + Object.values(working).reduce((one, other) => one + other), 0);
}
