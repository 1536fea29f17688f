/** Days and times, and how long it is until then. */
export const days = {
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  day: (weekday: string, date: number, month: string) => `${weekday} ${date} ${month}`,
  inYear: (day: string, year: string) => `${day} ${year}`,
  dayAndTime: (day: string, time: string) => `${day} at ${time}`,
  atTime: (time: string) => `at ${time}`,
  onDay: (dayAndTime: string) => `on ${dayAndTime}`,

  dueToday: 'today',
  noneLeft: 'no working days left after today',
  passed: 'passed',
  left: (count: number) => `${count} working ${count === 1 ? 'day' : 'days'} left`,
  late: (count: number) => `${count} working ${count === 1 ? 'day' : 'days'} late`,
  withLeft: (day: string, left: string) => `${day} (${left})`,
};

/** What a day may be called by who writes one, in lower case. 0 is Sunday. */
export const writtenDays = {
  today: 'today',
  tomorrow: 'tomorrow',
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
};
