/** Other ways to write each command; the command itself is what help and the buttons say. */
export const commands = {
  also: {
    raise: ['raise a dispute', 'raise dispute', 'new', 'new dispute', 'raise a concern'],
    disputes: ['my disputes', 'open disputes', 'dispute', 'list', 'list disputes', 'show disputes'],
    goodPractice: ['note good practice', 'praise', 'well done'],
    goodPracticeNoted: ['noted', 'good practice list', 'list good practice'],
    cover: ['covers', 'absences', 'who is away', 'list covers'],
    away: ['i am away', 'on leave', 'holiday', 'leave'],
    unreachable: ['not reached'],
    figures: {
      disputes: ['dispute'],
      themes: ['theme'],
      stages: ['stage'],
      'response-times': ['response time'],
      outcomes: ['outcome'],
      timeliness: ['on time', 'reviews on time', 'in time'],
      'late-reviews': ['late review'],
      participation: ['participated', 'took part'],
      caseload: ['caseloads'],
      records: ['record', 'on file'],
      all: [],
    },
    help: ['hello', 'hi', 'start', 'menu', 'what can you do'],
  },
};
