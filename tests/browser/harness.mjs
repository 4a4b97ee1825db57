// A check is a name and a function that throws where something is wrong. All are run; the last line counts them.
let passed = 0;
let failed = 0;

export async function check(name, body) {
  try {
    await body();
    passed += 1;
    console.log(`ok      ${name}`);
  } catch (problem) {
    failed += 1;
    console.log(`FAILED  ${name}\n        ${String(problem.message ?? problem).replaceAll("\n", "\n        ")}`);
  }
}

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

export function expectEqual(actual, wanted, what) {
  expect(Object.is(actual, wanted), `${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
}

// Prints the count and gives the exit code.
export function conclude() {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
