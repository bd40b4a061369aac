/** A window that shows nothing paints nothing; then it is time without a picture. */
const AT_LATEST_MS = 250;

/** Runs something when what is drawn now is on the screen. Answers what calls it off. */
export function whenPainted(run: () => void): () => void {
  let painted: ReturnType<typeof setTimeout>;
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(painted);
    clearTimeout(latest);
  };
  const begin = () => {
    stop();
    run();
  };
  // The first frame is out when the second one begins: working sooner would hold it up.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      painted = setTimeout(begin);
    });
  });
  const latest = setTimeout(begin, AT_LATEST_MS);
  return stop;
}
