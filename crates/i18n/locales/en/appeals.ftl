# Appeals against results of the exam.
appeals-title = Appeals
appeals-one = Appeal
appeals-part-theory = Theory exam
appeals-part-practice = Practical exam
appeals-own = Your appeals against this result
appeals-own-open = You may appeal; the last day is { $day }
appeals-own-open-text = Say what was wrong. Somebody who did not mark this result decides.
appeals-own-over = The time to appeal is over: the last day was { $day }
appeals-own-none = There is nothing to appeal against
appeals-own-none-text = An appeal is possible where a result was told and the part was not passed.
appeals-own-filed = Your appeal waits; it is decided { $until }
appeals-own-filed-text = You may take it back until then.
appeals-own-nobody = Your appeal waits, and nobody in the school may decide it now
appeals-own-nobody-text = Everybody who leads the school marked this result or is bound to you. The head can appoint another coordinator, who will decide.
appeals-own-dismissed = Your appeal was dismissed, the result stands
appeals-own-again = Your appeal was upheld: the attempt does not count
appeals-own-again-text = If this part is still not passed, you may sit it again. The coordinator says when; of a practice, none of the earlier examiners marks again.
appeals-own-right = Your appeal was upheld: the question counts as right
appeals-own-right-text = The points have been reckoned again; the result is on its page.
appeals-own-struck = Your appeal was upheld: the question is struck
appeals-own-struck-text = It counts as right for everybody who had it. The result is on its page.
appeals-file = File an appeal
appeals-file-text = One appeal is possible against a result. Points that you have been told never become fewer.
appeals-file-nobody = Everybody who leads the school marked this result or is bound to you. You may file the appeal; the head can appoint another coordinator, who will decide it.
appeals-ground = Grounds
appeals-ground-procedure = How the exam was held
appeals-ground-question = A question or the situation
appeals-ground-marking = How it was marked
appeals-ground-other = Something else
appeals-words = What was wrong
appeals-words-hint = facts; if it is about a question, which one
appeals-file-act = File the appeal
appeals-take-back = Take the appeal back
appeals-to-result = To the result
appeals-seen = Grounds and reason are read by the candidate and whoever decides, by nobody else
appeals-seen-board = You see the appeals that you may decide. Of the others you learn only that they are there
appeals-guest = A candidate of another school
appeals-state-filed = waits for a decision
appeals-state-dismissed = dismissed, the result stands
appeals-state-again = upheld, the attempt does not count
appeals-state-right = upheld, a question counts as right
appeals-state-struck = upheld, a question is struck
appeals-state-taken-back = taken back
appeals-decided = Decided by { $name }, { $day }
appeals-decision = Decision
appeals-board = { $count ->
    [one] { $count } appeal waits for your decision
   *[other] { $count } appeals wait for your decision
    }
appeals-board-quiet = No appeal waits for you
appeals-board-text = Whoever marked a result, or is bound to the candidate, does not decide about it.
appeals-waiting = Wait for your decision
appeals-over = Over
appeals-waits = { $days ->
    [one] Waits for { $days } day; to be decided { $until }
   *[other] Waits for { $days } days; to be decided { $until }
    }
appeals-waits-late = { $days ->
    [one] Waits for { $days } day; was to be decided { $until }
   *[other] Waits for { $days } days; was to be decided { $until }
    }
appeals-elsewhere = { $count ->
    [one] { $count } more appeal is decided by somebody else: you marked the result or are bound to the candidate.
   *[other] { $count } more appeals are decided by somebody else: you marked the results or are bound to the candidates.
    }
appeals-nobodys = { $count ->
    [one] { $count } appeal can be decided by nobody: everybody who leads the school marked the result or is bound to the candidate. The head can appoint another coordinator.
   *[other] { $count } appeals can be decided by nobody: everybody who leads the school marked the results or is bound to the candidates. The head can appoint another coordinator.
    }
appeals-none = No appeals
appeals-none-text = When a candidate appeals against a result that you did not mark, it stands here.
appeals-asked = Questions that did not bring all points
appeals-no-answer = No answer
appeals-points = Points: { $points } of { $of }
appeals-how = How do you decide?
appeals-way-dismissed = The result stands
appeals-way-dismissed-means = The candidate reads the reason.
appeals-way-again = The attempt does not count
appeals-way-again-means = The candidate sits this part again and has lost no attempt. A practice is repeated without the earlier examiners.
appeals-way-right = A question counts as right
appeals-way-right-means = For this candidate. The points are reckoned again at once.
appeals-way-struck = A question is struck
appeals-way-struck-means = It counts as right for everybody who had it in this sitting. Nobody gets fewer points.
appeals-question = Which question
appeals-question-hint = only where a question counts as right or is struck
appeals-question-none = none
appeals-questions-unread = About questions, a leader who does not mentor decides.
appeals-reason = Reason
appeals-reason-hint = the candidate reads it
appeals-decide = Decide
appeals-done-filed = The appeal is filed.
appeals-done-taken-back = The appeal is taken back.
appeals-done-decided = The appeal is decided, the candidate is told.
appeals-refused-none = There is nothing to appeal against.
appeals-refused-late = The time to appeal against this result is over.
appeals-refused-before = There is an appeal against this result already.
appeals-refused-decided = Nothing has changed: this appeal was decided or taken back, or is not yours to decide.
appeals-refused-question = Choose a question of this paper.
appeals-task = An appeal against a result of the exam
appeals-task-text = Read the grounds and decide with a reason.
appeals-task-nobody = Nobody may decide an appeal
appeals-task-nobody-text = Everybody who leads the school marked the result or is bound to the candidate. Another coordinator is needed.
