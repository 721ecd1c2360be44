/** A reporter for @web/test-runner that writes how many tests passed, failed and were skipped, per engine. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const countSuite = (suite: TestSuiteResult | undefined, counts: Counts): void => {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) counts.skipped++;
    else if (test.passed) counts.passed++;
    else counts.failed++;
  }
  for (const inner of suite?.suites ?? []) countSuite(inner, counts);
};

const countSession = (session: TestSession, counts: Counts): void => {
  const before = counts.failed;
  countSuite(session.testResults, counts);
  // A file that could not be loaded, or failed in a hook, has no failed test but an error.
  if (!session.passed && counts.failed === before) counts.failed++;
};

/** Writes `{passed, failed, skipped, perEngine}` to `path` when the run has ended. */
export const countsReporter = (path: string): Reporter => ({
  onTestRunFinished({ sessions }) {
    const perEngine: Record<string, Counts> = {};
    for (const session of sessions) {
      const counts = (perEngine[session.browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
      countSession(session, counts);
    }
    const sum = (key: keyof Counts): number =>
      Object.values(perEngine).reduce((total, counts) => total + counts[key], 0);
    const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), perEngine };
    writeFileSync(path, JSON.stringify(counts));
  },
});
