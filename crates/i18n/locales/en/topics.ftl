# The six topics of the mentor course: of cases, of the bank, of the exam.
topics-law = Law and ethics
topics-learning = How adults learn
topics-adaptation = Adaptation
topics-feedback = Observation and feedback
topics-talks = Difficult talks and closure
topics-safety = Documents and safeguarding
