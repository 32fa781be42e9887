// Medians, spread and ratios. Ratios are taken within a round, in which both were measured one after the other.

/** The value below which a share of `values` lies, between its neighbours. */
export function quantile(values, share) {
  const sorted = values.filter(Number.isFinite).toSorted((one, other) => one - other);
  if (!sorted.length) return undefined;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  return sorted[below] + (sorted[Math.ceil(at)] - sorted[below]) * (at - below);
}

export const median = (values) => quantile(values, 0.5);

/** The median with the quarters around it: `{ middle, low, high, count }`; nothing where there are no figures. */
export function spread(values) {
  const numbers = values.filter(Number.isFinite);
  if (!numbers.length) return undefined;
  return { middle: median(numbers), low: quantile(numbers, 0.25), high: quantile(numbers, 0.75), count: numbers.length };
}

/** The spread of a figure of `ours` divided by that of `theirs`, round by round. */
export function ratio(ours, theirs, figure) {
  const rounds = ours.flatMap((own) => theirs.filter(({ round }) => round === own.round).map((other) => own[figure] / other[figure]));
  return spread(rounds);
}

/** Whether a spread keeps a limit. One that spans it, or is of a single round, says neither. */
export function verdict(found, limit) {
  if (!found) return 'not measured';
  if (found.count > 1 && found.high <= limit) return 'yes';
  if (found.count > 1 && found.low > limit) return 'no';
  return 'not resolved';
}
