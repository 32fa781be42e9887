/** A few statements, as a script may have them. */
export const DATA = [
  { country: 'Ostland', concern: 'Bridges', stance: 'supports', quote: 'We build', source: 'The Paper' },
  { country: 'Westland', concern: 'Bridges', stance: 'opposes', quote: 'We do not', source: 'The Paper' },
  { country: 'Westland', concern: 'Rivers', stance: 'supports', quote: 'We swim', source: 'The Paper' },
];
