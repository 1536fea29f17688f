export { actForm } from './actForm.js';
export { type Arrivals, arrivalsCard, compactArrivalsCard } from './arrivals.js';
export { type AuditedRow, auditCard, auditWhat } from './auditList.js';
export { type BehindFigure, behindCard } from './behind.js';
export { childCard, supportChildCard } from './child.js';
export {
  coverCard,
  coverEndedCard,
  coverList,
  coverNotEndedCard,
  type CoverProblem,
  coverProblem,
  whichPersonCard,
} from './cover.js';
export { type ComparedRow, type Comparison, compareCard } from './compare.js';
export { dialogNotice, inDialog } from './dialog.js';
export type { Morning, WeekLine } from './dayRows.js';
export { type DisputeExtra, disputeCard } from './dispute.js';
export { exportChoice, exportedCard } from './exported.js';
export { type AskedFigure, figureCard } from './figure.js';
export { fileNoteCard } from './fileNote.js';
export { type Found, foundDispute } from './found.js';
export { goodPracticeCard, goodPracticeList } from './goodPractice.js';
export { goodPracticeForm, redactPracticeForm } from './goodPracticeForm.js';
export { hasForm } from './hasForm.js';
export { lateLine } from './lateLine.js';
export { rowsOnAPage, listCard, mostUrgentFirst } from './list.js';
export {
  askedMorningCard,
  compactDayCard,
  type DayLook,
  emptyDayCard,
  putAwayCard,
  toldMorningCard,
} from './morning.js';
export { noticeCard } from './notice.js';
export {
  givingBack,
  goodPracticeCancelledCard,
  helpCard,
  nothingFoundCard,
  notOnListCard,
  notUnderstoodCard,
  pointerCard,
  raiseCancelledCard,
  raiseRefusal,
  raiseRefusedCard,
  welcomeCard,
} from './notices.js';
export { type Press, type PressData, type ReviewCard, inputsOf, pressSchema } from './press.js';
export {
  type LateRow,
  lateField,
  lateFieldOf,
  lateReasonsForm,
  noLateReasonsCard,
  reasonStands,
} from './lateReasons.js';
export { type RaiseOptions, raiseForm } from './raiseForm.js';
export {
  type Pressable,
  type ReviewRowOf,
  reviewButton,
  reviewButtons,
  rowsIn,
  rowValue,
} from './reviewButtons.js';
export { reassignForm } from './reassign.js';
export { reviewFields, typedReviewFields } from './reviewFields.js';
export { type ReviewFormOf, reviewForm } from './reviewForm.js';
export { pressable, reviewStepText } from './reviewRow.js';
export { saidOfReview } from './saidOfReview.js';
export { refusalSentence } from './refused.js';
export { saidAfter } from './said.js';
export { bold, ownWords, textOf as ownText } from './template.js';
export {
  type ListedChild,
  type ProposedShares,
  shareCancelledCard,
  shareCard,
  type Shared,
  sharedCard,
  shareForm,
  type ShareProblem,
  shareProblem,
  shareProblemLine,
} from './share.js';
export type { Card, FormState, Scene, Shown, Viewer } from './scene.js';
export { type UnreachableRow, unreachableCard } from './unreachable.js';
export { takeBackButtons } from './takeBack.js';
