/** Lets a page go on with its own work between the steps of ours. */

/** Work goes on for so long before the page gets its turn: half a frame at 60 Hz. */
export const SLICE_MS = 8;

/**
 * Takes all steps, with a pause after each slice of time; gives what the last one returns. A promise is waited for; where
 * it fails, the step fails.
 */
export async function inSlices<T>(steps: Generator<void | Promise<void>, T>): Promise<T> {
  let end = performance.now() + SLICE_MS;
  let step = steps.next();
  while (!step.done) {
    if (step.value instanceof Promise) {
      const failure = await failureOf(step.value);
      if (failure !== null) {
        step = steps.throw(failure.reason);
        continue;
      }
    }
    if (performance.now() >= end) {
      await pause();
      end = performance.now() + SLICE_MS;
    }
    step = steps.next();
  }
  return step.value;
}

function failureOf(promise: Promise<void>): Promise<{ readonly reason: unknown } | null> {
  return promise.then(
    () => null,
    (reason: unknown) => ({ reason }),
  );
}

/** A turn of the page. A message goes before any timer, and is not slowed down in a tab behind others. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
