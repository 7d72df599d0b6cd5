/** The day as an ISO date, in UTC: the same for everybody. */
export const today = () => new Date().toISOString().slice(0, 10);
