-- A newcomer whose mentor has left may be accepted by another: the first request stays accepted, because it was.
-- That a newcomer has one chosen mentor at a time is what pairs_one_chosen keeps.
DROP INDEX requests_one_accepted;
