/** A reporter for Node's test runner: how many tests passed, failed and were skipped, as JSON. */

/** A test file without a test in it appears as one passed test with the name of the file. */
const isFile = ({ name, file, nesting }) =>
  nesting === 0 && file !== undefined && (name === file || file.endsWith(name));

// The runner takes its reporter from the default export.
// oxlint-disable-next-line import/no-default-export
export default async function* countsReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, empty: [] };
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (type === 'test:fail') counts.failed++;
    else if (isFile(data)) counts.empty.push(data.name);
    else counts.passed++;
  }
  yield JSON.stringify(counts);
}
